using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Finds what is declared and never used: nearly always a mistyped name elsewhere.</summary>
internal static class UnusedNames
{
    private static readonly (string Member, string Name, TemplatePartKind Kind)[] Rooms =
    [
        ("uses", "as", TemplatePartKind.Use),
        ("inputs", "name", TemplatePartKind.Input),
        ("state", "name", TemplatePartKind.State),
        ("vars", "name", TemplatePartKind.Var),
    ];

    /// <summary>Notes each one as a fault.</summary>
    public static void Check(ConfigObject config)
    {
        foreach (var (member, nameMember, kind) in Rooms)
        {
            if (config.Find(member) is not { ValueKind: JsonValueKind.Array }) continue;
            foreach (var (pointer, item) in config.Items(member))
                if (NameOf(item, nameMember) is { } name && config.Check.Names.Has(kind, name)
                    && !config.Check.Names.IsUsed(kind, name))
                    config.Check.Add(
                        $"{pointer}/{nameMember}",
                        $"is `{ConfigText.Show(name)}`, which no template uses; use it or leave it out");
        }
    }

    private static string? NameOf(JsonElement item, string member) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(member, out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}
