namespace TokenFunctions.Bench.Pairs;

/// <summary>Two servers, asked in turns, so that what else the machine does meets both.</summary>
/// <param name="ours">The side that is measured; warmed up.</param>
/// <param name="other">The side that it is measured against; warmed up.</param>
/// <param name="rounds">How many pairs of rounds.</param>
/// <param name="time">How long a round is.</param>
internal sealed class PairRun(PairSide ours, PairSide other, int rounds, TimeSpan time)
{
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
            var ourRound = await SideRound.MeasureAsync(ours, ourLoad, time);
            var otherRound = await SideRound.MeasureAsync(other, otherLoad, time);
            if (round == 0) continue;
            figures.Ours.Add(ourRound);
            figures.Other.Add(otherRound);
        }

        return figures;
    }
}
