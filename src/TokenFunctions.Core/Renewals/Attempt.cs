using Microsoft.Extensions.Logging;
using TokenFunctions.Quotas;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>One run of a realm's plan under one lease. It belongs to the broker: nobody's leaving cancels it.</summary>
internal sealed partial class Attempt(
    TokenStore tokens, Preparation preparation, Parents parents, IRealmClient client, Ledger ledger, StoreClock clock,
    BrokerTimes times, ILogger<Attempt> logger)
{
    private static readonly Dictionary<string, Token> NoneRefused = new(StringComparer.Ordinal);

    /// <summary>Makes the attempt; null = the lease was lost, and somebody else renews.</summary>
    /// <param name="leased">The row with the lease.</param>
    /// <param name="takenAt">When the lease was taken.</param>
    /// <param name="forced">Whether somebody wants another token than the present one.</param>
    /// <param name="permit">The calls that are counted for it; they are spent when it sends.</param>
    public async Task<RenewalEnd?> RunAsync(
        TokenState leased, DateTimeOffset takenAt, bool forced, CallPermit permit)
    {
        Prepared? prepared;
        SendWindow window;
        TokenState? noted;
        try
        {
            (prepared, var obstacle) = await preparation.PrepareAsync(leased, forced);
            if (prepared is null) return await ledger.ReleaseAsync(leased, obstacle!);
            window = new SendWindow(clock, times, prepared.Plan.Policy, takenAt, leased.LeaseEnd!.Value);
            if (obstacle is null) (prepared, obstacle) = await WithParentsAsync(prepared, NoneRefused, window);
            if (obstacle is not null) return await ledger.RecordAsync(leased, prepared, NotSent(obstacle), clock.Now);
            if (!window.IsOpen) return await ledger.ReleaseAsync(leased, Refusals.NoTimeToSend());
            noted = await NoteSentAsync(leased);
        }
        catch (StoreUnavailableException)
        {
            await ledger.GiveBackAsync(leased);
            throw;
        }

        if (noted is null) return null;
        if (!window.IsOpen) return await ledger.ReleaseAsync(noted, Refusals.NoTimeToSend());
        if (noted.StateNumber != prepared.StateNumber)
            return await ledger.ReleaseAsync(noted, Refusals.StateRenewed());
        permit.Spend();
        return await SendAsync(noted, prepared, window);
    }

    private async Task<RenewalEnd?> SendAsync(TokenState noted, Prepared prepared, SendWindow window)
    {
        var sentAt = clock.Now;
        var answer = await AskAsync(prepared, window.Left);
        if (answer.Failure is { RefreshUses.Count: > 0 } refused
            && await RefreshedAsync(prepared, refused.RefreshUses, window) is { } refreshed)
        {
            (prepared, sentAt) = (refreshed, clock.Now);
            answer = await AskAsync(prepared, window.Left);
        }

        Report(noted, answer);
        return await ledger.RecordAsync(noted, prepared, answer, sentAt);
    }

    // Null = no newer ones can be had in time, and the first answer stands.
    private async Task<Prepared?> RefreshedAsync(Prepared prepared, IReadOnlyList<string> names, SendWindow window)
    {
        var refused = prepared.Parents
            .Where(used => names.Contains(used.Key, StringComparer.Ordinal))
            .ToDictionary(used => used.Key, used => used.Value, StringComparer.Ordinal);
        if (refused.Count == 0) return null;
        var (refreshed, obstacle) = await WithParentsAsync(prepared, refused, window);
        return obstacle is null && window.IsOpen ? refreshed : null;
    }

    private async Task<(Prepared Prepared, TokenFailure? Obstacle)> WithParentsAsync(
        Prepared prepared, IReadOnlyDictionary<string, Token> refused, SendWindow window)
    {
        if (prepared.Plan.Uses.Count == 0) return (prepared, null);
        var (found, obstacle) = await parents.GetAsync(prepared.Plan, prepared.Material.Secret, refused, window);
        return (prepared.Using(found), obstacle);
    }

    private async Task<UpstreamAnswer> AskAsync(Prepared prepared, TimeSpan timeout)
    {
        try
        {
            return await client.AskAsync(prepared.Plan, prepared.Material, timeout);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The message of an exception may hold a credential (a header that cannot be sent), so only its type is
            // logged. It is not known whether anything was sent.
            LogFault(prepared.Secret.Key, e.GetType().FullName!);
            var fault = Refusals.ClientFault();
            return UpstreamAnswer.Of(new UpstreamFailure(fault.Kind, fault.Detail, UpstreamReach.Unanswered));
        }
    }

    private UpstreamAnswer NotSent(TokenFailure obstacle) =>
        UpstreamAnswer.Of(new UpstreamFailure(obstacle.Kind, obstacle.Detail, UpstreamReach.NotSent)
        {
            RetryAfter = obstacle.RetryAt - clock.Now,
        });

    // Both guards are needed: the write refuses a holder that was overtaken before it, the read one that was overtaken
    // while the answer of the write was on its way.
    private async Task<TokenState?> NoteSentAsync(TokenState leased)
    {
        var noted = await ledger.WriteOwnAsync(leased, state => new(state with { SentAt = clock.Now }));
        if (noted is null) return null;
        var now = await tokens.GetAsync(leased.Key, CancellationToken.None);
        return string.Equals(now.LeaseId, leased.LeaseId, StringComparison.Ordinal) ? now : null;
    }

    private void Report(TokenState leased, UpstreamAnswer answer)
    {
        if (answer.Failure is { } failure)
            LogFailed(leased.Key, leased.Attempt, failure.Kind, failure.Reach, failure.Code ?? "-");
        else
            LogIssued(leased.Key, leased.Attempt);
    }

    [LoggerMessage(1101, LogLevel.Information, "Provider issued a token for {Key} (attempt {Attempt})")]
    private partial void LogIssued(TokenKey key, long attempt);

    [LoggerMessage(1103, LogLevel.Error, "Asking the provider for {Key} ended in a fault: {Type}")]
    private partial void LogFault(TokenKey key, string type);

    [LoggerMessage(
        1102, LogLevel.Warning, "Provider issued no token for {Key} (attempt {Attempt}): {Kind}, {Reach}, code {Code}")]
    private partial void LogFailed(TokenKey key, long attempt, FailureKind kind, UpstreamReach reach, string code);
}
