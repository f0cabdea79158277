using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>Evaluates the vars of a config as an attempt does.</summary>
internal static class VarRun
{
    /// <summary>A config whose vars are all used, but for those that are raw bytes.</summary>
    public static string Config(string vars, params string[] unused)
    {
        using var document = JsonDocument.Parse(vars);
        var names = document.RootElement.EnumerateArray()
            .Select(item => item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "")
            .Where(name => FieldName.IsValid(name)).Except(unused, StringComparer.Ordinal);
        var arguments = names.Select(name => $$"""{"name":"{{name}}","place":"body","value":"${ {{name}}}"}""".Replace(" ", "", StringComparison.Ordinal));
        return Ask.Config($""" "vars":{vars},"arguments":[{string.Join(',', arguments)}] """);
    }

    /// <summary>The last var's value; a fault is a failed test.</summary>
    public static Datum Last(string vars, SecretFields? secret = null, params string[] draws)
    {
        var (value, fault) = Try(vars, secret, draws);
        Assert.Null(fault);
        return value;
    }

    /// <summary>The last var's value, or the first fault.</summary>
    public static (Datum Value, string? Fault) Try(string vars, SecretFields? secret = null, params string[] draws)
    {
        using var document = JsonDocument.Parse(vars);
        var all = document.RootElement.EnumerateArray().Select(item => item.GetProperty("name").GetString()!).ToArray();
        return Evaluate(Ask.Compile(Config(vars, all[..^1])), secret, draws);
    }

    public static (Datum Value, string? Fault) Evaluate(RealmPlan plan, SecretFields? secret = null, params string[] draws)
    {
        var left = new Queue<string>(draws);
        var scope = new AttemptScope(new CallMaterial(secret ?? SecretFields.None), Ask.Now)
        {
            Draw = (kind, length) => left.TryDequeue(out var drawn) ? drawn : RandomText.Draw(kind, length),
        };
        Datum last = default;
        foreach (var planned in plan.Vars)
        {
            var (value, fault) = planned.Evaluate(scope);
            if (fault is not null) return (default, fault);
            scope.Set(planned.Name, last = value, planned.IsConfidential);
        }
        Assert.Empty(left);
        return (last, null);
    }
}
