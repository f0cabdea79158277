using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Finds vars that are declared and never used: nearly always a mistyped name elsewhere. A token, an input or
/// a state without a reader does no harm: it may be kept for <c>refresh_uses</c> or for later.</summary>
internal static class UnusedNames
{
    /// <summary>Notes each one as a fault.</summary>
    public static void Check(ConfigObject config)
    {
        if (config.Find("vars") is not { ValueKind: JsonValueKind.Array }) return;
        foreach (var (pointer, item) in config.Items("vars", int.MaxValue))
            if (NameOf(item) is { } name && config.Check.Names.Has(TemplatePartKind.Var, name)
                && !config.Check.Names.IsUsed(TemplatePartKind.Var, name))
                config.Check.Add(
                    $"{pointer}/name", $"is `{ConfigText.Show(name)}`, which no template uses; use it or leave it out");
    }

    private static string? NameOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("name", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}
