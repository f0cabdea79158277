using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access;

/// <summary>Who may use the routes that are not anonymous. With no rule set, only callers with a key of their own
/// may.</summary>
public sealed record AccessRules
{
    /// <summary>The most requests of one caller at once, unless it is set otherwise.</summary>
    public const int StandardConcurrent = 1_000;

    /// <summary>The key that opens everything; null = there is none.</summary>
    public SecretText? AdminKey { get; init; }

    /// <summary>Whether a front that this process cannot be reached around, the Functions host,
    /// has checked its keys.</summary>
    public bool TrustFunctionKeys { get; init; }

    /// <summary>Whether the platform puts the identity that App Service authentication has checked on each request, and
    /// takes off what a client wrote there.</summary>
    public bool TrustAppServiceIdentity { get; init; }

    /// <summary>Whether requests without any key are served, if they come from programs of this machine: only for a
    /// process that listens on loopback.</summary>
    public bool RequireLoopbackGuard { get; init; }

    /// <summary>Whether the Functions host stands in front, so that every connection comes from this machine.</summary>
    public bool IsBehindHost { get; init; }

    /// <summary>The header in which the platform's front end tells the client's address, for a process behind the
    /// Functions host; null = none does.</summary>
    public string? ClientAddressHeader { get; init; }

    /// <summary>The most requests of one caller at once, in this process.</summary>
    public int MaxConcurrent { get; init; } = StandardConcurrent;
}
