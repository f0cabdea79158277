using System.Text.Json;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>vars</c>.</summary>
internal static class VarReader
{
    private const int MaxCount = 50;
    private const string OneKind = "of the kinds of vars; give one: `value`, `gen`, `fingerprint` or `jwt`";
    private static readonly string[] Kinds = ["value", "gen", "fingerprint", "jwt", "saml"];
    private static readonly string[] Known =
    [
        "name", "value", "gen", "offset_sec", "tz_offset_min", "fingerprint", "jwt", "saml",
        "hash", "key", "key_encoding", "output",
    ];

    /// <summary>The vars in order, each declared for those after it.</summary>
    public static IReadOnlyList<VarPlan> Read(ConfigObject config)
    {
        List<VarPlan> vars = [];
        foreach (var (pointer, value) in config.Items("vars", MaxCount))
            if (ConfigObject.Read(value, pointer, config.Check, Known) is { } item && ReadOne(item) is { } read)
                vars.Add(read);
        return vars;
    }

    private static VarPlan? ReadOne(ConfigObject item)
    {
        // The name is declared last: a var must not use itself.
        var source = ReadSource(item);
        var result = HashReader.Read(item, source);
        var name = GivenReader.Name(item, "name", TemplatePartKind.Var);
        if (result is null || name is null) return null;
        if (IsRaw(result, item.Check.Names)) item.Check.Names.MarkRaw(name);
        return result;
    }

    private static VarPlan? ReadSource(ConfigObject item)
    {
        var given = Kinds.Where(kind => item.Find(kind) is not null).ToList();
        if (given.Count != 1)
        {
            item.Check.Add(item.Pointer, given.Count == 0
                ? $"has none {OneKind}"
                : $"has {string.Join(" and ", given.Select(kind => $"`{kind}`"))} {OneKind}");
            return null;
        }
        // Whether the name is one is told when it is declared.
        var name = NameOf(item);
        if (given[0] != "gen") GenReader.RefuseTimes(item);
        return given[0] switch
        {
            "value" => item.RawTemplate("value", "a template") is { } value ? new ValueVar(name, value) : null,
            "gen" => GenReader.Read(item, name),
            "fingerprint" => FingerprintReader.Read(item, name),
            "jwt" => JwtReader.Read(item, name),
            _ => RefuseSaml(item),
        };
    }

    private static VarPlan? RefuseSaml(ConfigObject item)
    {
        item.Fault("saml", "is not supported; let a service of your own get the token, as the realm's `logic_code`");
        return null;
    }

    private static bool IsRaw(VarPlan plan, NameTable names) => plan switch
    {
        HashedVar hashed => hashed.Form == OutputForm.Raw && (hashed.Hash is not null || IsRaw(hashed.Source, names)),
        FingerprintVar fingerprint => fingerprint.Form == OutputForm.Raw,
        ValueVar value => names.IsRaw(value.Value),
        _ => false,
    };

    private static string NameOf(ConfigObject item) =>
        item.Find("name") is { ValueKind: JsonValueKind.String } name ? name.GetString()! : "";
}
