namespace TokenFunctions.Bench.Memory;

/// <summary>Whether the bound holds under ten times as many keys as it has room for.</summary>
internal static class BoundCase
{
    private const int Looks = 20;

    /// <summary>Measures it.</summary>
    /// <param name="keys">How many tokens are asked for.</param>
    public static async Task<BoundFigure> MeasureAsync(int keys)
    {
        var before = FullCache.LivingBytes();
        // Room for a tenth of them, as one of them was measured to take.
        var bound = keys / 10 * await WeightAsync();
        var cache = FullCache.Empty(bound);
        var (most, told) = (0L, 0L);
        for (var look = 0; look < Looks; look++)
        {
            await cache.FillAsync(keys / Looks * look, keys / Looks);
            told = Math.Max(told, cache.Bytes);
            most = Math.Max(most, FullCache.LivingBytes() - before);
        }

        return new(keys, bound, most, told, cache.Count);
    }

    private static async Task<long> WeightAsync()
    {
        var one = FullCache.Empty();
        await one.FillAsync(0, 1);
        return one.Bytes;
    }
}
