using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access;

/// <summary>Who may use the routes that are not anonymous. With no rule set, nobody may.</summary>
public sealed record AccessRules
{
    /// <summary>The key that opens everything; null = there is none.</summary>
    public SecretText? AdminKey { get; init; }

    /// <summary>Whether a front that this process cannot be reached around, the Functions host,
    /// has checked its keys.</summary>
    public bool TrustFunctionKeys { get; init; }

    /// <summary>Whether requests without any key are served, if they come from programs of this machine: only for a
    /// process that listens on loopback.</summary>
    public bool RequireLoopbackGuard { get; init; }
}
