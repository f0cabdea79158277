namespace TokenFunctions.Model.Stepping;

/// <summary>The dice of one part of a run. Each part has its own, so that a change of one does not move the others.</summary>
public sealed class Chance(int seed, int part)
{
    private readonly Random random = new(unchecked((seed * 1_000_003) + part));

    /// <summary>True in <paramref name="share"/> of all cases, 0 to 1.</summary>
    public bool Of(double share) => random.NextDouble() < share;

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => random.Next(count);

    /// <summary>A time between two numbers of seconds, all alike likely.</summary>
    public TimeSpan Seconds(double from, double to) => TimeSpan.FromSeconds(from + ((to - from) * random.NextDouble()));

    /// <summary>A time between two numbers of seconds; short ones are far likelier.</summary>
    public TimeSpan MostlyShort(double from, double to) =>
        TimeSpan.FromSeconds(from + ((to - from) * Math.Pow(random.NextDouble(), 4)));

    /// <summary>One of several.</summary>
    public T Pick<T>(params IReadOnlyList<T> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices[random.Next(choices.Count)];
    }

    /// <summary>A seed for dice of somebody else.</summary>
    public int Seed() => random.Next();
}
