using System.Text;
using System.Text.Json.Nodes;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>Where the value of an expression can come from.</summary>
/// <param name="Name">In one word.</param>
/// <param name="Expression">How a template names it, without <c>${</c> and <c>}</c>.</param>
/// <param name="Members">What the config needs for it, ready to be followed by further members.</param>
internal sealed record ValueSource(string Name, string Expression, string Members)
{
    private const string Step = "core";

    public static IReadOnlyList<ValueSource> All { get; } =
    [
        new("field", "v", ""),
        new("json", "j.@json.v", ""),
        new("var", "x", """ "vars":[{"name":"x","value":"${v}"}], """),
        new("var-json", "x.@json.v", """ "vars":[{"name":"x","value":"$j"}], """),
        new("use", "uses.u", """ "uses":[{"as":"u","realm":"r","key":"k"}], """),
        new("input", "inputs.i", """ "inputs":[{"name":"i"}], """),
        new("state", "state.s", """ "state":[{"name":"s","initial":"x","path":"p"}], """),
        new("step", "steps.core.v", """ "steps":[{"id":"core","url":"https://s.example/"}], """),
    ];

    public static TheoryData<string> Names => [.. All.Select(source => source.Name)];

    public static ValueSource Find(string name) => All.First(source => source.Name == name);

    /// <summary>An attempt in which the expression stands for <paramref name="value"/>.</summary>
    public static AttemptScope Scope(RealmPlan plan, string value)
    {
        var json = new JsonObject { ["v"] = value }.ToJsonString();
        var scope = new AttemptScope(Material(value, json), Ask.Now);
        foreach (var planned in plan.Vars) scope.Set(planned.Name, planned.Evaluate(scope).Value, planned.IsConfidential);
        scope.Keep(Step, AnswerBody.Parse(Encoding.UTF8.GetBytes(json), AnswerHeaders.None), null);
        return scope;
    }

    private static CallMaterial Material(string value, string json)
    {
        Dictionary<string, SecretText> As(string name) => new(StringComparer.Ordinal) { [name] = new SecretText(value) };
        return new(Ask.Secret(("v", value), ("j", json))) { Uses = As("u"), Inputs = As("i"), State = As("s") };
    }
}
