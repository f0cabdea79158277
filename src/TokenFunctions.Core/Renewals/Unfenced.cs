using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Renewals;

/// <summary>A call without a lease, with what memory knows, for realms that would rather have two calls than no token
/// while the store is down (<c>policy.allow_unfenced</c>).</summary>
internal sealed class Unfenced(
    TokenStore tokens, Preparation preparation, Parents parents, ProviderCall provider, Unwritten unwritten, RowMemory memory,
    Outcomes outcomes, StoreClock clock, BrokerTimes times)
{
    // So that the row that is there, however little it has changed, takes this one's place when it is read.
    private const string NotOfTheStore = "";

    /// <summary>Whether the realm lets the provider be asked so. Never with rotating state: two calls could break the
    /// chain.</summary>
    public static bool IsAllowed(RealmPlan plan) => plan.Policy.AllowUnfenced && plan.State.Count == 0;

    /// <summary>Asks the provider once. A token is held until the store takes it; a failure is remembered for its
    /// back-off.</summary>
    /// <returns>The row as memory has it now.</returns>
    /// <exception cref="StoreUnavailableException">Something that is needed lies in the store.</exception>
    public async Task<TokenState> RunAsync(Situation known)
    {
        var (prepared, obstacle) = await preparation.PrepareKnownAsync(known);
        var now = clock.Now;
        var timeout = known.Plan.Policy.Timeout;
        var window = new SendWindow(clock, times, known.Plan.Policy, now, now + timeout + times.SendMargin);
        if (obstacle is null) (prepared, obstacle) = await parents.EquipAsync(prepared, Parents.NoneRefused, window);
        var (sent, answer, sentAt) = obstacle is null
            ? await provider.MakeAsync(prepared, known.State.Attempt + 1, window)
            : (prepared, UpstreamAnswer.NotSent(obstacle, clock.Now), clock.Now);
        var made = await unwritten.MakeAsync(Own(known.State, answer), sent, answer, sentAt);
        if (answer.HasToken) Hold(known, sent, answer.Token, sentAt, made);
        else Remember(made);
        return made;
    }

    private void Remember(TokenState failed)
    {
        // One that was held before has ended, or nobody would have asked.
        if (memory.FindHeld(failed.Key) is { } ended) memory.Release(ended);
        memory.Remember(failed with { ETag = NotOfTheStore });
    }

    private void Hold(
        Situation known, Prepared prepared, UpstreamToken token, DateTimeOffset sentAt, TokenState made)
    {
        var generation = known.State.Generation;
        // In a long outage it follows another one that is not written either.
        var standsFor = memory.FindHeld(made.Key)?.StandsFor ?? (row => row.Generation == generation);
        var held = new HeldRow(made, standsFor);
        unwritten.Hold(held, () => WriteAsync(held, generation, prepared, token, sentAt));
    }

    // Null = the token was renewed meanwhile, and that one counts.
    private async Task<TokenState?> WriteAsync(
        HeldRow held, long generation, Prepared prepared, UpstreamToken token, DateTimeOffset sentAt)
    {
        var (until, pause) = (sentAt + Unwritten.KeptFor(token.Life), new GrowingPause(clock.Time, times));
        while (clock.Now < until)
        {
            await pause.WaitAsync();
            if (memory.FindHeld(held.State.Key) != held) return null;
            try
            {
                var row = await tokens.GetAsync(held.State.Key, CancellationToken.None);
                if (!held.StandsFor(row)) return null;
                // Whoever has the lease is about to write a newer token, or a failure that ends the wait.
                if (row.IsLeased(clock.Now)) continue;
                var next = row with { Attempt = row.Attempt + 1, Generation = generation };
                var written = await outcomes.SucceedAsync(next, prepared, token, sentAt);
                if (await tokens.TrySaveAsync(written, CancellationToken.None) is { } saved) return saved;
            }
            catch (Exception e) when (e is StoreUnavailableException or VaultUnavailableException)
            {
                // Tried again after the next pause.
            }
        }

        return null;
    }

    // The attempt is numbered only where it leaves something in the row.
    private static TokenState Own(TokenState known, UpstreamAnswer answer) =>
        answer.HasToken ? known with { Attempt = known.Attempt + 1 } : known;
}
