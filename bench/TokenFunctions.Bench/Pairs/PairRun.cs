using TokenFunctions.Bench.Load;

namespace TokenFunctions.Bench.Pairs;

/// <summary>Two servers, asked in turns, so that what else the machine does meets both: a pair of rounds is made of short
/// parts of either, and who comes first changes.</summary>
/// <param name="ours">The side that is measured; warmed up.</param>
/// <param name="other">The side that it is measured against; warmed up.</param>
/// <param name="rounds">How many pairs of rounds.</param>
/// <param name="time">How long a round is.</param>
internal sealed class PairRun(PairSide ours, PairSide other, int rounds, TimeSpan time)
{
    private static readonly TimeSpan Part = TimeSpan.FromMilliseconds(250);

    /// <summary>Measures.</summary>
    /// <param name="name">The case.</param>
    /// <param name="connections">How many connections ask at once.</param>
    public async Task<PairFigures> MeasureAsync(string name, int connections)
    {
        using var ourLoad = ours.Open(connections);
        using var otherLoad = other.Open(connections);
        var figures = new PairFigures(name, new SideRounds(ours.Server.Name), new SideRounds(other.Server.Name));
        // The first pair makes room for the connections and does not count.
        for (var round = 0; round <= rounds; round++)
        {
            var (ourRound, otherRound) = await PairAsync(ourLoad, otherLoad);
            if (round == 0) continue;
            figures.Ours.Add(ourRound);
            figures.Other.Add(otherRound);
        }

        return figures;
    }

    private async Task<(SideRound Ours, SideRound Other)> PairAsync(LoadGenerator ourLoad, LoadGenerator otherLoad)
    {
        var (parts, otherParts) = (new List<SideSlice>(), new List<SideSlice>());
        var count = Math.Max(1, (int)(time / Part));
        for (var part = 0; part < count; part++)
        {
            if (part % 2 == 0) await OursAsync();
            otherParts.Add(await SideSlice.MeasureAsync(other, otherLoad, time / count));
            if (part % 2 != 0) await OursAsync();
        }

        return (SideRound.Of(parts), SideRound.Of(otherParts));

        async Task OursAsync() => parts.Add(await SideSlice.MeasureAsync(ours, ourLoad, time / count));
    }
}
