using System.Globalization;
using System.Text.Json;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>Reads <c>allow</c>: what a caller may do.</summary>
internal static class CallerRulesInput
{
    private const string Field = "allow";
    private const int MaxRules = 100;
    private const string PatternInWords =
        "a name, in which * stands for any characters: 1 to 128 letters, digits, '.', '_', '@', '-' or '*'";

    private static readonly string[] Known = ["realm", "key", "verbs"];
    private static readonly string VerbsInWords =
        $"a list of one or more of {string.Join(", ", Verbs.Names)}, each once";

    /// <summary>The rules; null = absent or at fault.</summary>
    public static IReadOnlyList<CallerRule>? Read(Members members, FirstFault fault)
    {
        if (members.List(Field, MaxRules) is not { } list) return null;
        var rules = new List<CallerRule>();
        foreach (var item in list)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{Field}[{rules.Count}]");
            if (Rule(item, place, fault) is not { } rule) return null;
            rules.Add(rule);
        }

        return rules;
    }

    private static CallerRule? Rule(JsonElement item, string place, FirstFault fault)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            fault.Add(InputProblem.InvalidValue(place, "an object with realm, key and verbs"));
            return null;
        }

        var members = new Members(item, Known, fault, place + ".");
        var realm = Pattern(members, "realm", place, fault);
        var key = Pattern(members, "key", place, fault);
        var verbs = ReadVerbs(members, place, fault);
        return fault.Problem is null ? new CallerRule(realm!, key!, verbs!) : null;
    }

    private static NamePattern? Pattern(Members members, string name, string place, FirstFault fault)
    {
        if (members.Any(name) is not { } value) fault.Add(InputProblem.Missing($"{place}.{name}"));
        else if (value.ValueKind == JsonValueKind.String && NamePattern.Parse(value.GetString()) is { } pattern)
            return pattern;
        else fault.Add(InputProblem.InvalidValue($"{place}.{name}", PatternInWords));
        return null;
    }

    private static List<Verb>? ReadVerbs(Members members, string place, FirstFault fault)
    {
        if (members.List("verbs", Verbs.Names.Count) is not { } list)
        {
            fault.Add(InputProblem.Missing($"{place}.verbs"));
            return null;
        }

        var verbs = list.Select(Read).OfType<Verb>().Distinct().ToList();
        if (list.Count > 0 && verbs.Count == list.Count) return verbs;
        fault.Add(InputProblem.InvalidValue($"{place}.verbs", VerbsInWords));
        return null;
    }

    private static Verb? Read(JsonElement verb) =>
        verb.ValueKind == JsonValueKind.String ? Verbs.Parse(verb.GetString()) : null;
}
