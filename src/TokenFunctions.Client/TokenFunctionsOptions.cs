using Azure.Core;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client;

/// <summary>How a program reaches the token service, and how long it waits for it. Each of the three ways to say who
/// it is may be used alone or beside the others.</summary>
public sealed record TokenFunctionsOptions
{
    /// <summary>Where the service is, such as <c>https://tokens.example.com</c>; <c>http</c> on this machine
    /// only.</summary>
    public Uri? Address { get; set; }

    /// <summary>The caller's key at the service, sent as <c>x-api-key</c>; null = none is sent.</summary>
    public SecretText? ApiKey { get; set; }

    /// <summary>The key of the Functions host in front of the service, sent as <c>x-functions-key</c>; null = none is
    /// sent.</summary>
    public SecretText? FunctionKey { get; set; }

    /// <summary>An Entra identity that App Service authentication in front of the service checks, sent as a bearer
    /// token; null = none is sent.</summary>
    public TokenCredential? Credential { get; set; }

    /// <summary>What the Entra token is asked for, such as <c>api://CLIENT-ID/.default</c>; needed with
    /// <see cref="Credential"/>.</summary>
    public string? Scope { get; set; }

    /// <summary>How long a call to the service may take; above the 25 s for which the service lets callers wait for a
    /// renewal.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call may take that only looks whether a living token still holds.</summary>
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The most memory for tokens, in bytes, about.</summary>
    public long CacheBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Tokens that are got when the program starts and kept living while it runs.</summary>
    public IList<TokenKey> Prefetch { get; } = [];

    /// <summary>A file in which living tokens are kept, sealed, so that a restart while the service is down still has
    /// them; null = none is kept. Needs <see cref="SnapshotKey"/>. Each process needs a file of its own: of two that share
    /// one, the last to write wins.</summary>
    public string? SnapshotFile { get; set; }

    /// <summary>The key that the file is sealed with, 32 bytes in base64.</summary>
    public SecretText? SnapshotKey { get; set; }
}
