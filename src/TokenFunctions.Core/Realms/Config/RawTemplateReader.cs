using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads templates that may be raw bytes as a whole.</summary>
internal static class RawTemplateReader
{
    /// <summary>A template; null when it is absent, something else or malformed, or mixes raw bytes with
    /// text.</summary>
    public static Template? RawTemplate(this ConfigObject parent, string member, string allowed, bool required = false)
    {
        var names = parent.Check.Names;
        names.AllowsRaw = true;
        var template = parent.Template(member, allowed, required);
        names.AllowsRaw = false;
        if (template is null || template.Parts is [{ Path: null }]) return template;
        foreach (var part in template.Parts)
        {
            if (part.Kind != TemplatePartKind.Var || !names.IsRaw(part.Text)) continue;
            parent.Fault(member, ExpressionReader.RawBytes(part.Text));
            return null;
        }
        return template;
    }

    /// <summary>Whether the whole template is raw bytes.</summary>
    public static bool IsRaw(this NameTable names, Template template) =>
        template.Parts is [{ Kind: TemplatePartKind.Var, Path: null } only] && names.IsRaw(only.Text);
}
