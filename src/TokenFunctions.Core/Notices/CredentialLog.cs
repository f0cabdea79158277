using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Notices;

/// <summary>Tells the log of credentials that need a person, whether or not there is a webhook: once each time that one
/// stops working and once when it works again, over all instances, as the row says what was told.</summary>
/// <param name="logger">The log.</param>
public sealed partial class CredentialLog(ILogger<CredentialLog> logger)
{
    /// <summary>The row as it is to be written after an attempt: it says whether the credential waits for a
    /// person.</summary>
    /// <param name="state">The row.</param>
    /// <param name="now">Store time.</param>
    internal static TokenState Noted(TokenState state, DateTimeOffset now)
    {
        if (Trouble.Of(state, now) is not null) return state with { NeedsPerson = true };
        return state.Outcome == AttemptOutcome.Succeeded ? state with { NeedsPerson = false } : state;
    }

    /// <summary>Tells what a write has changed.</summary>
    /// <param name="before">The row before it.</param>
    /// <param name="saved">The row as written.</param>
    internal void Tell(TokenState before, TokenState saved)
    {
        if (before.NeedsPerson == saved.NeedsPerson) return;
        var (realm, key) = saved.Key;
        if (saved is { NeedsPerson: true, Failure: { } failure })
            LogDead(realm, key, failure.Code, failure.Detail, failure.UpstreamCode, TokenEnd(saved));
        else
            LogRestored(realm, key, saved.ExpiresAt);
    }

    /// <summary>Tells of a secret that is about to end.</summary>
    /// <param name="key">Which.</param>
    /// <param name="end">When it ends, UTC.</param>
    /// <param name="left">How long that is from now; negative = it has ended.</param>
    internal void TellExpiring(TokenKey key, DateTimeOffset end, TimeSpan left) =>
        LogExpiring(key.Realm, key.Key, end, Math.Round(left.TotalDays, 1));

    // How long callers are still served; null = there is no token any more, or it does not expire.
    private static DateTimeOffset? TokenEnd(TokenState state) => state.HasValue ? state.ExpiresAt : null;

    [LoggerMessage(1311, LogLevel.Error,
        "The credential of {Realm}/{Key} needs a person: {Code}. {Detail} Provider's code: {UpstreamCode}; the last "
        + "token ends: {TokenEndsAt}", EventName = "credential_dead")]
    private partial void LogDead(
        string realm, string key, string code, string detail, string? upstreamCode, DateTimeOffset? tokenEndsAt);

    [LoggerMessage(1312, LogLevel.Information,
        "The credential of {Realm}/{Key} works again; its token ends: {ExpiresAt}",
        EventName = "credential_restored")]
    private partial void LogRestored(string realm, string key, DateTimeOffset? expiresAt);

    [LoggerMessage(1321, LogLevel.Warning,
        "The secret of {Realm}/{Key} ends at {ExpiresAt}, in {DaysLeft} days, by its expires_at",
        EventName = "secret_expiring")]
    private partial void LogExpiring(string realm, string key, DateTimeOffset expiresAt, double daysLeft);
}
