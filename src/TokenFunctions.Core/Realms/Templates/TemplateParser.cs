namespace TokenFunctions.Realms.Templates;

/// <summary>Reads templates: a whole <c>$name</c>, <c>${expression}</c> anywhere, <c>$$</c> at the start for a plain
/// <c>$</c>.</summary>
internal static class TemplateParser
{
    private const string Open = "${";

    /// <summary>Parses <paramref name="text"/>; never throws.</summary>
    /// <param name="text">The text of the config.</param>
    /// <param name="names">The names that its expressions may use.</param>
    public static TemplateParse Parse(string text, NameTable names)
    {
        if (text.StartsWith("$$", StringComparison.Ordinal))
            return ParseParts(text, 2, [TemplatePart.Literal("$")], names);
        if (!text.StartsWith('$') || !FieldName.IsValid(text.AsSpan(1))) return ParseParts(text, 0, [], names);
        var (part, fault) = ExpressionReader.Name(text[1..], null, names);
        return part is { } whole ? new(new Template([whole]), null) : new(null, fault);
    }

    private static TemplateParse ParseParts(string text, int at, List<TemplatePart> parts, NameTable names)
    {
        while (text.IndexOf(Open, at, StringComparison.Ordinal) is >= 0 and var open)
        {
            if (open > at) parts.Add(TemplatePart.Literal(text[at..open]));
            var close = text.IndexOf('}', open);
            if (close < 0) return new(null, "has `${` without `}`; write ${name}");
            var (part, fault) = ExpressionReader.Read(text[(open + Open.Length)..close], names);
            if (part is not { } known) return new(null, fault);
            parts.Add(known);
            at = close + 1;
        }
        if (at < text.Length) parts.Add(TemplatePart.Literal(text[at..]));
        return new(new Template(parts), null);
    }
}
