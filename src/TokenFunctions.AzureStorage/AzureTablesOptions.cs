using Azure.Core;
using Azure.Core.Pipeline;

namespace TokenFunctions.AzureStorage;

/// <summary>How <see cref="AzureTables"/> reaches the account.</summary>
public sealed record AzureTablesOptions
{
    /// <summary>Where the account is; with its key or signature where it is not an identity
    /// that proves our right.</summary>
    public required StorageAddress Address { get; init; }

    /// <summary>The identity; needed where <see cref="StorageAddress.NeedsCredential"/>, else not used. It needs the
    /// role Storage Table Data Contributor.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>How often a request is repeated after 408, 429, 500, 502, 503, 504 or a fault of
    /// the network; 0 to 10.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>The pause before the first repetition; doubles each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest time of one try.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The longest time of a call with all its tries, also when the store asks for more patience.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What carries the requests; null = the default. For tests.</summary>
    public HttpPipelineTransport? Transport { get; init; }

    /// <summary>Refuses options whose address needs an identity where none is given.</summary>
    internal static void Check(AzureTablesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options is { Credential: null, Address.NeedsCredential: true }) throw new ArgumentException(
            "The storage address holds neither key nor signature, so an identity must be given.", nameof(options));
    }
}
