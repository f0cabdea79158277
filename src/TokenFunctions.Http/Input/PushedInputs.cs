using System.Text.Json;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>Reads pushed values: a member for each, named as the realm's <c>inputs</c> name them.</summary>
internal static class PushedInputs
{
    /// <summary>The longest value, in characters.</summary>
    public const int MaxLength = 16 * 1024;

    public static Reading<Dictionary<string, SecretText>> Read(
        JsonElement body, IReadOnlyList<InputRule> rules)
    {
        var fault = new FirstFault();
        var names = rules.Select(rule => rule.Name).ToList();
        var members = new Members(body, names, fault);
        var values = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        foreach (var name in names)
            if (members.Text(name, MaxLength) is { } text) values[name] = new SecretText(text);
        if (values.Count == 0) fault.Add(InputProblem.Missing(names[0]));
        return fault.Problem is { } problem ? problem : values;
    }
}
