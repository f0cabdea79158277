using System.Collections.Concurrent;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Standings;

/// <summary>Reads how the tokens of many secrets stand: few rows one by one, many in pages. Of a row nothing is kept but
/// that.</summary>
internal sealed class TokenScan(RealmCatalog realms, TokenStore tokens, StoreClock clock)
{
    private const int Lanes = 8;

    /// <summary>Reads the row of each; in no order.</summary>
    public Task<IReadOnlyDictionary<TokenKey, Standing>> ReadEachAsync(
        IEnumerable<Secret> secrets, CancellationToken cancellationToken) =>
        RunAsync(secrets, async (secret, found) =>
        {
            var state = await tokens.GetAsync(secret.Key, cancellationToken);
            found[secret.Key] = await JudgeAsync(state, secret, cancellationToken);
        });

    /// <summary>Reads the same from pages of rows.</summary>
    public Task<IReadOnlyDictionary<TokenKey, Standing>> ReadPagesAsync(
        IReadOnlyCollection<Secret> secrets, CancellationToken cancellationToken)
    {
        var known = secrets.ToDictionary(secret => secret.Key);
        return RunAsync(TokenRanges.Of(secrets), ReadRangeAsync);

        async Task ReadRangeAsync(RowQuery range, ConcurrentDictionary<TokenKey, Standing> found)
        {
            await foreach (var state in tokens.ReadRangeAsync(range, cancellationToken))
                if (known.TryGetValue(state.Key, out var secret))
                    found[state.Key] = await JudgeAsync(state, secret, cancellationToken);
        }
    }

    private static async Task<IReadOnlyDictionary<TokenKey, Standing>> RunAsync<T>(
        IEnumerable<T> parts, Func<T, ConcurrentDictionary<TokenKey, Standing>, Task> read)
    {
        var left = new ConcurrentQueue<T>(parts);
        var found = new ConcurrentDictionary<TokenKey, Standing>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => LaneAsync()));
        return found;

        async Task LaneAsync()
        {
            await Task.Yield();
            while (left.TryDequeue(out var part)) await read(part, found);
        }
    }

    private async ValueTask<Standing> JudgeAsync(TokenState state, Secret secret, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var realm = await realms.FindAsync(secret.Key.Realm, cancellationToken);
        if (realm?.Plan is { } plan) state = Settlement.View(state, plan.Policy, now);
        return StandingRule.Of(state, realm, secret, now);
    }
}
