using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Waiting;

/// <summary>A provider without a network: each call takes as long, and brings a token that is dead as soon as those
/// who waited for it have it.</summary>
internal sealed class SlowProvider(TimeSpan wait) : IRealmClient
{
    // At its answer less is left of it than the 2 s with which a token is handed out a second time.
    private readonly TimeSpan life = wait + TimeSpan.FromSeconds(1.9);
    private int calls;

    /// <summary>How often it was asked.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <inheritdoc/>
    public async Task<UpstreamAnswer> AskAsync(RealmPlan plan, CallMaterial material, TimeSpan timeout)
    {
        var call = Interlocked.Increment(ref calls);
        await Task.Delay(wait, TimeProvider.System);
        return UpstreamAnswer.Of(new UpstreamToken(new SecretText($"slow-token-{call}"), life));
    }
}
