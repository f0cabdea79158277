using System.Collections.Concurrent;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Clients;

/// <summary>A token that is in memory, against reading a dictionary with the same keys.</summary>
internal static class HitCase
{
    private const int Rounds = 9;
    private const int Times = 5_000_000;

    /// <summary>Measures it.</summary>
    /// <param name="count">How many tokens are asked for in turn.</param>
    public static async Task<DuelFigure> MeasureAsync(int count)
    {
        var keys = Caches.Keys(count);
        ITokenSource source = await Caches.FillAsync(keys, 900);
        var bare = new ConcurrentDictionary<TokenKey, TokenResult>();
        foreach (var key in keys) bare[key] = await source.GetAsync(key.Realm, key.Key);
        return await Duel.RunAsync(
            $"client/hit, {count} keys", Rounds, Times, times => Read(bare, keys, times), times => Ask(source, keys, times));
    }

    private static Task Read(ConcurrentDictionary<TokenKey, TokenResult> bare, TokenKey[] keys, int times)
    {
        var living = 0;
        for (int n = 0, at = 0; n < times; n++)
        {
            if (bare.TryGetValue(new TokenKey(keys[at].Realm, keys[at].Key), out var found) && found.HasToken) living++;
            if (++at == keys.Length) at = 0;
        }

        return Checked(living, times);
    }

    private static async Task Ask(ITokenSource source, TokenKey[] keys, int times)
    {
        var living = 0;
        for (int n = 0, at = 0; n < times; n++)
        {
            if ((await source.GetAsync(keys[at].Realm, keys[at].Key)).HasToken) living++;
            if (++at == keys.Length) at = 0;
        }

        await Checked(living, times);
    }

    private static Task Checked(int living, int times) =>
        living == times ? Task.CompletedTask : throw new InvalidOperationException($"{times - living} were not there.");
}
