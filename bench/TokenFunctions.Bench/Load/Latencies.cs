using System.Numerics;

namespace TokenFunctions.Bench.Load;

/// <summary>How many answers took how long. Up to 256 ns exactly, above in steps of at most 1/128 of the time.</summary>
internal sealed class Latencies
{
    private const int StepBits = 7;
    private const int Steps = 1 << StepBits;

    private readonly long[] counts = new long[(64 - StepBits) * Steps];
    private long total;

    /// <summary>How many there are.</summary>
    public long Count => total;

    /// <summary>Counts one.</summary>
    public void Add(long nanoseconds)
    {
        counts[PlaceOf((ulong)Math.Max(0, nanoseconds))]++;
        total++;
    }

    /// <summary>Counts all that others have counted.</summary>
    public void Add(Latencies others)
    {
        for (var place = 0; place < counts.Length; place++) counts[place] += others.counts[place];
        total += others.total;
    }

    /// <summary>The time in microseconds that this share of the answers did not pass.</summary>
    /// <param name="share">0 to 1.</param>
    public double Microseconds(double share)
    {
        var left = (long)Math.Ceiling(total * share);
        var place = 0;
        while (place < counts.Length - 1 && (left -= counts[place]) > 0) place++;
        return MostOf(place) / 1000.0;
    }

    // The highest bit says which octave, the next seven bits say which step of it.
    private static int PlaceOf(ulong value)
    {
        var octave = Math.Max(0, BitOperations.Log2(value | 1) - StepBits);
        return (octave * Steps) + (int)(value >> octave);
    }

    private static double MostOf(int place)
    {
        var octave = Math.Max(0, (place / Steps) - 1);
        return Math.ScaleB(place - (octave * Steps) + 1, octave) - 1;
    }
}
