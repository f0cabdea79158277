using System.Text.Json;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms.Drafting;

namespace TokenFunctions.Http.Input;

/// <summary>What a realm is to be drafted from.</summary>
/// <param name="Curl">The curl line.</param>
/// <param name="Answer">A sample answer of the provider, JSON or text; null = none. It belongs to the body that it was
/// read from.</param>
internal sealed record RealmDraftInput(string Curl, JsonElement? Answer)
{
    private static readonly string[] Known = ["curl", "answer"];

    public static Reading<RealmDraftInput> Read(JsonElement body)
    {
        var fault = new FirstFault();
        var members = new Members(body, Known, fault);
        var curl = members.Text("curl", RealmDrafter.MaxLine);
        if (curl is null) fault.Add(InputProblem.Missing("curl"));
        return fault.Problem is { } problem ? problem : new RealmDraftInput(curl!, members.Any("answer"));
    }

    /// <summary>The names alone: the line holds credentials.</summary>
    public override string ToString() => string.Join(", ", Known);
}
