using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>A provider without a network, whose calls take as long as is said.</summary>
internal sealed class SlowProvider(TimeSpan wait) : IRealmClient
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private int calls;

    /// <summary>How often it was asked.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <inheritdoc/>
    public async Task<UpstreamAnswer> AskAsync(RealmPlan plan, CallMaterial material, TimeSpan timeout)
    {
        var call = Interlocked.Increment(ref calls);
        await Task.Delay(wait, TimeProvider.System);
        return UpstreamAnswer.Of(new UpstreamToken(new SecretText($"slow-token-{call}"), Life));
    }
}
