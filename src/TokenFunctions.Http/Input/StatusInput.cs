using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;
using TokenFunctions.Standings;

namespace TokenFunctions.Http.Input;

/// <summary>Which statuses are asked for.</summary>
/// <param name="Page">Which part of which list.</param>
/// <param name="States">Only tokens that stand so; null = however they stand.</param>
/// <param name="ByTrouble">Whether those come first that somebody should look at.</param>
internal sealed record StatusInput(PageInput Page, IReadOnlyList<string>? States, bool ByTrouble)
{
    private const string State = "state";
    private const string Order = "order";
    private const string Trouble = "trouble";
    private const int MaxLength = 128;
    private static readonly string[] Known = [.. PageInput.NamesWithRealm, State, Order];
    private static readonly string StatesInWords =
        $"one or more of {string.Join(", ", StandingNames.All)}, each once, with commas between them";

    /// <summary>Whether it takes a look at all tokens of the list, not only at those of the page.</summary>
    public bool IsOfAll => ByTrouble || States is not null;

    public static Reading<StatusInput> Read(HttpRequest request)
    {
        var fault = new FirstFault();
        var query = new Query(request, Known, fault);
        var page = PageInput.Read(query);
        var states = ReadStates(query.Text(State, MaxLength), fault);
        var order = query.Text(Order, MaxLength);
        if (order is not (null or Trouble)) fault.Add(InputProblem.InvalidValue(Order, Trouble));
        return fault.Problem is { } problem ? problem : new StatusInput(page, states, order is not null);
    }

    private static string[]? ReadStates(string? text, FirstFault fault)
    {
        if (text?.Split(',') is not { } states) return null;
        var known = StandingNames.All.Intersect(states, StringComparer.Ordinal);
        if (known.Count() != states.Length) fault.Add(InputProblem.InvalidValue(State, StatesInWords));
        return states;
    }
}
