using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Sweeps;

/// <summary>A provider that answers at once with a token of an hour.</summary>
internal sealed class InstantProvider : IRealmClient
{
    private int calls;

    public int Calls => calls;

    public Task<UpstreamAnswer> AskAsync(RealmPlan plan, CallMaterial material, TimeSpan timeout)
    {
        var number = Interlocked.Increment(ref calls);
        var token = new UpstreamToken(new SecretText($"token-{number}"), TimeSpan.FromHours(1));
        return Task.FromResult(UpstreamAnswer.Of(token));
    }
}
