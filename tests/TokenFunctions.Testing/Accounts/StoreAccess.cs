using Azure.Core;
using Azure.Core.Pipeline;
using TokenFunctions.Storage;

namespace TokenFunctions.Testing.Accounts;

/// <summary>How a test reaches an account. What is null is as the store has it by itself.</summary>
/// <param name="Connection">The setting: a connection string or an address.</param>
public sealed record StoreAccess(string Connection)
{
    public HttpPipelineTransport? Transport { get; init; }

    public TokenCredential? Credential { get; init; }

    public StoreClock Clock { get; init; } = new(TimeProvider.System);

    public int? MaxRetries { get; init; }

    public TimeSpan? TryTimeout { get; init; }

    public TimeSpan? TotalTimeout { get; init; }
}
