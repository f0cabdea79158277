using System.Text.Json;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads what an attempt is given beside the secret: <c>uses</c>, <c>inputs</c>, <c>state</c>.</summary>
internal static class GivenReader
{
    private const int MaxCount = 20;
    private const long Year = 31_536_000;
    private static readonly string[] Reserved =
        ["now", "now_ms", "uses", "inputs", "state", "steps", "response"];
    private static readonly (string Member, string Name, TemplatePartKind Kind)[] Announced =
        [("vars", "name", TemplatePartKind.Var), ("steps", "id", TemplatePartKind.Step)];

    /// <summary>Notes the names of vars and steps, so that a template that uses one too early is told so.</summary>
    public static void Announce(ConfigObject config)
    {
        foreach (var (member, name, kind) in Announced)
        {
            if (config.Find(member) is not { ValueKind: JsonValueKind.Array } items) continue;
            foreach (var item in items.EnumerateArray())
                if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var text)
                    && text.ValueKind == JsonValueKind.String)
                    config.Check.Names.Announce(kind, text.GetString()!);
        }
    }

    /// <summary>The tokens of other realms.</summary>
    public static IReadOnlyList<UseRule> Uses(ConfigObject config)
    {
        List<UseRule> uses = [];
        foreach (var (pointer, value) in config.Items("uses", MaxCount))
        {
            if (ConfigObject.Read(value, pointer, config.Check, "as", "realm", "key") is not { } use) continue;
            var realm = use.Text("realm", "a realm's id", required: true);
            if (realm is not null && !NameRule.IsValid(realm))
                use.Fault("realm", $"is `{ConfigText.Show(realm)}`; use a realm's id");
            var key = use.Template("key", "a template", required: true);
            if (Name(use, "as", TemplatePartKind.Use) is { } name && realm is not null && key is not null)
                uses.Add(new(name, realm) { Key = key });
        }
        return uses;
    }

    /// <summary>The pushed values.</summary>
    public static IReadOnlyList<InputRule> Inputs(ConfigObject config)
    {
        List<InputRule> inputs = [];
        foreach (var (pointer, value) in config.Items("inputs", MaxCount))
        {
            if (ConfigObject.Read(value, pointer, config.Check, "name", "max_age_sec") is not { } input) continue;
            var age = input.Whole("max_age_sec", 1, Year);
            if (Name(input, "name", TemplatePartKind.Input) is { } name)
                inputs.Add(new(name, age is { } seconds ? TimeSpan.FromSeconds(seconds) : null));
        }
        return inputs;
    }

    /// <summary>The values kept from answer to answer.</summary>
    public static IReadOnlyList<StateRule> State(ConfigObject config)
    {
        List<StateRule> states = [];
        foreach (var (pointer, value) in config.Items("state", MaxCount))
        {
            if (ConfigObject.Read(value, pointer, config.Check, "name", "initial", "path") is not { } state) continue;
            var initial = state.Template("initial", "a template", required: true);
            var path = state.Require("path", "a path") is { } given
                ? PathReader.Path(given, state.At("path"), config.Check, "a path")
                : null;
            if (Name(state, "name", TemplatePartKind.State) is { } name && initial is not null && path is not null)
                states.Add(new(name) { Initial = initial, Path = path });
        }
        return states;
    }

    /// <summary>Reads the name of something that templates may use, and declares it; null when it is wrong.</summary>
    public static string? Name(ConfigObject item, string member, TemplatePartKind kind)
    {
        if (item.Text(member, "a name", required: true) is not { } name) return null;
        if (FaultOf(name, kind) is { } fault)
        {
            item.Fault(member, $"is `{ConfigText.Show(name)}`; use {fault}");
            return null;
        }
        if (item.Check.Names.Has(kind, name))
        {
            item.Fault(member, $"is `{name}`, which is there already; use another name");
            return null;
        }
        item.Check.Names.Declare(kind, name);
        return name;
    }

    // Only vars stand beside the secret's fields and the templates' own words; all others are behind a word and a dot.
    private static string? FaultOf(string name, TemplatePartKind kind)
    {
        if (kind != TemplatePartKind.Var)
            return FieldName.IsValid("_" + name) && name.Length > 0 ? null : "letters, digits, '_' or '-'";
        return FieldName.IsValid(name) && !Reserved.Contains(name, StringComparer.Ordinal)
            ? null
            : "a letter or '_', then letters, digits, '_' or '-', and no word of the templates' own";
    }
}
