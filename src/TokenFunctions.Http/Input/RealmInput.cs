using System.Text.Json;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>A realm as it is sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Config">Its config; belongs to the body that it was read from.</param>
/// <param name="Comment">A person's note.</param>
internal sealed record RealmInput(string Id, JsonElement Config, string? Comment)
{
    private const int MaxComment = 2000;
    private static readonly string[] Known = ["id", "config", "comment"];

    public static Reading<RealmInput> Read(JsonElement body)
    {
        var fault = new FirstFault();
        var members = new Members(body, Known, fault);
        var id = members.Name("id");
        var config = members.Object("config");
        var comment = members.TextOrNull("comment", MaxComment);
        if (id is null) fault.Add(InputProblem.Missing("id"));
        if (config is null) fault.Add(InputProblem.Missing("config"));
        return fault.Problem is { } problem ? problem : new RealmInput(id!, config!.Value, comment);
    }
}
