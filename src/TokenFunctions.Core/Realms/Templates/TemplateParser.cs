namespace TokenFunctions.Realms.Templates;

/// <summary>Reads templates: a whole <c>$name</c>, <c>${name}</c> anywhere, <c>$$</c> at the start
/// for a plain <c>$</c>.</summary>
internal static class TemplateParser
{
    private const string Open = "${";

    /// <summary>Parses <paramref name="text"/>; never throws.</summary>
    public static TemplateParse Parse(string text)
    {
        if (text.StartsWith("$$", StringComparison.Ordinal)) return ParseParts(text, 2, [TemplatePart.Literal("$")]);
        if (text.StartsWith('$') && FieldName.IsValid(text.AsSpan(1)))
            return Valid([new(TemplatePartKind.Field, text[1..])]);
        return ParseParts(text, 0, []);
    }

    private static TemplateParse ParseParts(string text, int at, List<TemplatePart> parts)
    {
        while (text.IndexOf(Open, at, StringComparison.Ordinal) is >= 0 and var open)
        {
            if (open > at) parts.Add(TemplatePart.Literal(text[at..open]));
            var close = text.IndexOf('}', open);
            if (close < 0) return new(null, "has `${` without `}`; write ${name}");
            if (Expression(text[(open + Open.Length)..close]) is not { } part)
                return new(null, "has a `${…}` that is not known; use ${now}, ${now_ms} or " + FieldName.InWords);
            parts.Add(part);
            at = close + 1;
        }
        if (at < text.Length) parts.Add(TemplatePart.Literal(text[at..]));
        return Valid(parts);
    }

    private static TemplatePart? Expression(string name) => name switch
    {
        "now" => new(TemplatePartKind.Now, ""),
        "now_ms" => new(TemplatePartKind.NowMs, ""),
        _ when FieldName.IsValid(name) => new(TemplatePartKind.Field, name),
        _ => null,
    };

    private static TemplateParse Valid(List<TemplatePart> parts) => new(new Template(parts), null);
}
