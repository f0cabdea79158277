using System.Text.Json;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Standings;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Lists statuses by how the tokens stand, with how many stand how.</summary>
internal sealed class StatusOverview(StatusBoard board)
{
    /// <summary>A page of the list.</summary>
    /// <param name="input">What is asked for.</param>
    /// <param name="all">All secrets of the realm that is asked about, or of all realms.</param>
    /// <param name="seen">Those of them that the sender may see and the keyword leaves.</param>
    /// <param name="cancellationToken">The sender's leaving.</param>
    public async Task<Answer> ListAsync(
        StatusInput input, IReadOnlyList<Secret> all, IReadOnlyList<Secret> seen, CancellationToken cancellationToken)
    {
        var standings = await board.StandAsync(input.Page.Realm, all, seen, cancellationToken);
        if (standings is null) return TooMany();
        var left = Choose(input, standings, seen);
        var page = await board.ReadAsync(input.Page.Cut(left), cancellationToken);
        return ListAnswer.Of(
            [.. page.Where(status => Fits(input, status.State))], left.Count, StatusJson.Write,
            writer => WriteCounts(writer, standings));
    }

    private static Problem TooMany() => FailureTable.Problem(
        FailureKind.StoreUnavailable,
        "Reading how so many tokens stand takes longer than a request may; it goes on, so ask again in a minute,"
            + " or ask about one realm.");

    private static List<Secret> Choose(
        StatusInput input, IReadOnlyList<Standing> standings, IReadOnlyList<Secret> seen)
    {
        var pairs = standings.Zip(seen).Where(pair => Fits(input, pair.First.State));
        if (input.ByTrouble) pairs = pairs.OrderBy(pair => pair.First, TroubleOrder.Instance);
        return [.. pairs.Select(pair => pair.Second)];
    }

    // What was renewed between the look at all and that at the page is not listed as what it was before.
    private static bool Fits(StatusInput input, string state) =>
        input.States is not { } states || states.Contains(state, StringComparer.Ordinal);

    private static void WriteCounts(Utf8JsonWriter writer, IReadOnlyList<Standing> standings)
    {
        var counts = standings.CountBy(standing => standing.State).ToDictionary(StringComparer.Ordinal);
        writer.WriteStartObject("counts");
        foreach (var state in StandingNames.All) writer.WriteNumber(state, counts.GetValueOrDefault(state));
        writer.WriteEndObject();
    }
}
