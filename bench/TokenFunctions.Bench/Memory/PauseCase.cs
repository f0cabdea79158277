using System.Diagnostics;

namespace TokenFunctions.Bench.Memory;

/// <summary>The stops while a cache is filled, and while it answers beside a program that makes other objects.</summary>
internal static class PauseCase
{
    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(5);
    private const int Beside = 8 * 1024;

    /// <summary>Measures it.</summary>
    /// <param name="count">How many tokens are kept.</param>
    public static async Task<PauseFigure> MeasureAsync(int count)
    {
        FullCache.LivingBytes();
        var cache = FullCache.Empty();
        var filling = new PauseWatch();
        var begun = Stopwatch.GetTimestamp();
        await cache.FillAsync(0, count, _ => filling.Look());
        var filled = new Pauses(Stopwatch.GetElapsedTime(begun), filling.Total, filling.Longest, filling.Full);

        var answering = new PauseWatch();
        begun = Stopwatch.GetTimestamp();
        var hits = await HitAsync(cache, count, answering, begun);
        return new(count, filled, new(Stopwatch.GetElapsedTime(begun), answering.Total, answering.Longest, answering.Full), hits);
    }

    private static async Task<long> HitAsync(TokenCache cache, int count, PauseWatch watch, long begun)
    {
        var random = new Random(8);
        var hits = 0L;
        while (Stopwatch.GetElapsedTime(begun) < Answering)
        {
            var (realm, key) = DistinctTokens.Key(random.Next(count));
            if (!(await cache.GetAsync(realm, key)).HasToken) throw new InvalidOperationException("There is no token.");
            GC.KeepAlive(new byte[Beside]);
            watch.Look();
            hits++;
        }

        return hits;
    }
}
