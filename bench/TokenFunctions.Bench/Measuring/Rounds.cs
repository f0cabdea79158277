using System.Diagnostics;

namespace TokenFunctions.Bench.Measuring;

/// <summary>Does a case over and over: first to warm up, then in rounds of equal size.</summary>
internal static class Rounds
{
    private const int Count = 9;
    private const int MaxTimes = 1_000_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(150);

    private static object? kept;

    /// <summary>What the case costs.</summary>
    public static Figure Measure(Case given)
    {
        var times = WarmedUp(given);
        var rounds = Enumerable.Range(0, Count).Select(_ => Run(given, times)).ToList();
        return new(given.Name, [.. rounds.Select(round => round.Microseconds)], rounds.Min(round => round.Bytes));
    }

    // Long enough for the compiler of the runtime to have made its last version of the code.
    private static int WarmedUp(Case given)
    {
        var begin = Stopwatch.GetTimestamp();
        var done = 0;
        for (; Stopwatch.GetElapsedTime(begin) < WarmUp; done++) kept = given.Work();
        var one = Stopwatch.GetElapsedTime(begin) / done;
        return (int)Math.Clamp(Round / one, 1, MaxTimes);
    }

    private static (double Microseconds, long Bytes) Run(Case given, int times)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) kept = given.Work();
        var elapsed = Stopwatch.GetElapsedTime(begin);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        GC.KeepAlive(kept);
        return (elapsed.TotalMicroseconds / times, bytes / times);
    }
}
