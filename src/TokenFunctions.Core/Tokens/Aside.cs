using TokenFunctions.Realms;

namespace TokenFunctions.Tokens;

/// <summary>What an answer may have beside its token. Most in memory have none of it, so they hold one object: nothing,
/// the one of the two that is there, or both in here.</summary>
/// <param name="RenewalFailed">The failure of the last renewal.</param>
/// <param name="Attach">How the token is put on a request.</param>
internal sealed record Aside(TokenFailure RenewalFailed, AttachRule Attach)
{
    /// <summary>The object that holds them.</summary>
    public static object? Of(TokenFailure? renewalFailed, AttachRule? attach) =>
        renewalFailed is null ? attach : attach is null ? renewalFailed : new Aside(renewalFailed, attach);

    /// <summary>The failure in such an object; null = none.</summary>
    public static TokenFailure? FailureIn(object? aside) => aside as TokenFailure ?? (aside as Aside)?.RenewalFailed;

    /// <summary>The rule in such an object; null = none.</summary>
    public static AttachRule? AttachIn(object? aside) => aside as AttachRule ?? (aside as Aside)?.Attach;
}
