namespace TokenFunctions.Bench.Memory;

/// <summary>What a token in memory takes.</summary>
internal static class HeldCase
{
    /// <summary>Measures it.</summary>
    /// <param name="name">The case.</param>
    /// <param name="count">How many tokens are kept.</param>
    /// <param name="isRevealed">Whether each is revealed, as a client does that uses it.</param>
    public static async Task<HeldFigure> MeasureAsync(string name, int count, bool isRevealed)
    {
        var before = FullCache.LivingBytes();
        var cache = FullCache.Empty(holdsText: isRevealed);
        await cache.FillAsync(0, count, isRevealed ? token => token.Value.Reveal() : null);
        var bytes = FullCache.LivingBytes() - before;
        if (cache.Count != count) throw new InvalidOperationException($"{cache.Count} tokens are kept.");
        return new(name, count, bytes, cache.Bytes);
    }
}
