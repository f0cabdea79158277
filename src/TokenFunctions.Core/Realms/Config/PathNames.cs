using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>The <c>{name}</c> of a <c>url</c>, in whose places arguments go.</summary>
internal static class PathNames
{
    /// <summary>Cuts the texts of a url at each <c>{name}</c>.</summary>
    /// <param name="template">The url.</param>
    /// <param name="parts">Takes the pieces; their places are not known yet.</param>
    /// <returns>What is wrong, as the end of a sentence; null = nothing.</returns>
    public static string? Cut(Template template, List<UrlPart> parts)
    {
        foreach (var part in template.Parts)
        {
            if (!part.IsLiteral) parts.Add(new(UrlPlace.Path, part));
            else if (CutText(part.Text, parts) is { } fault) return fault;
        }
        return null;
    }

    /// <summary>Notes each name without an argument.</summary>
    public static void Check(ConfigObject config, UrlPlan url, IReadOnlyList<Argument> arguments)
    {
        var given = arguments.Where(argument => argument.Place == ArgumentPlace.Path).ToList();
        foreach (var name in url.ArgumentNames)
        {
            var fitting = given.FindAll(argument => string.Equals(argument.Name, name, StringComparison.Ordinal));
            var shown = $"has `{{{ConfigText.Show(name)}}}`, but no argument of that name with `place` path";
            if (fitting.Count == 0)
                config.Fault("url", shown + "; add one, or write %7B for a plain brace");
            else if (!fitting.Exists(argument => argument.IsFor(true)))
                config.Fault("url", shown + " for a forced call");
            else if (!fitting.Exists(argument => argument.IsFor(false)))
                config.Fault("url", shown + " for a call that is not forced");
        }
    }

    private static string? CutText(string text, List<UrlPart> parts)
    {
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open)
        {
            if (open > at) parts.Add(new(UrlPlace.Path, TemplatePart.Literal(text[at..open])));
            var close = text.IndexOf('}', open);
            if (close <= open + 1) return "has `{` without a name and `}`; write {name}, or %7B for a plain brace";
            parts.Add(new(UrlPlace.Path, TemplatePart.Literal("")) { Argument = text[(open + 1)..close] });
            at = close + 1;
        }
        if (at < text.Length) parts.Add(new(UrlPlace.Path, TemplatePart.Literal(text[at..])));
        return null;
    }
}
