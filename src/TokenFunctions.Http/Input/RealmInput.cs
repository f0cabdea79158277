using System.Text.Json;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Input;

/// <summary>Reads a realm as it is sent: its id, and a config, a preset or <c>logic_code</c>.</summary>
internal static class RealmInput
{
    internal const int MaxComment = 2000;
    private const int MaxAddress = 2000;
    private static readonly string[] Known = ["id", "config", "comment", "preset", "logic_code"];

    public static Reading<RealmDefinition> Read(JsonElement body)
    {
        var fault = new FirstFault();
        var members = new Members(body, Known, fault);
        var id = members.Name("id");
        var config = members.Object("config");
        var preset = members.NameOrNull("preset");
        var logicCode = members.TextOrNull("logic_code", MaxAddress);
        var comment = members.TextOrNull("comment", MaxComment);
        if (id is null) fault.Add(InputProblem.Missing("id"));
        if (config is null && preset is null && logicCode is null) fault.Add(InputProblem.Missing("config"));
        return fault.Problem is { } problem ? problem : new RealmDefinition(id!, config?.GetRawText() ?? "{}")
        {
            Comment = comment,
            Preset = preset,
            LogicCode = logicCode,
        };
    }
}
