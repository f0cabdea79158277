namespace TokenFunctions.Realms.Templates;

/// <summary>Names what templates are filled from, so that a person knows what to look at.</summary>
internal static class TemplateSources
{
    /// <summary>The names as templates write them, such as <c>`key_1` and `inputs.ticket`</c>; the config itself
    /// where nothing is put in.</summary>
    public static string InWords(params IEnumerable<Template?> templates)
    {
        var names = templates.OfType<Template>().SelectMany(template => template.Parts)
            .Select(Name).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => $"`{name}`").ToList();
        return names.Count switch
        {
            0 => "the realm's config",
            1 => names[0],
            _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
        };
    }

    private static string? Name(TemplatePart part) => part.Kind switch
    {
        TemplatePartKind.Field or TemplatePartKind.Var => part.Text,
        TemplatePartKind.Use => "uses." + part.Text,
        TemplatePartKind.Input => "inputs." + part.Text,
        TemplatePartKind.State => "state." + part.Text,
        TemplatePartKind.Step => "steps." + part.Text,
        _ => null,
    };
}
