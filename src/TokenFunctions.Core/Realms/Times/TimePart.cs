namespace TokenFunctions.Realms.Times;

/// <summary>One piece of a time format.</summary>
/// <param name="Directive">The letter after <c>%</c>; null = a literal.</param>
/// <param name="Literal">The text of a literal, else empty.</param>
internal readonly record struct TimePart(char? Directive, string Literal)
{
    private const string Directives = "YmdHMSfjybBaApIzZesL";

    /// <summary>The pieces in order; null when a directive is not known.</summary>
    public static List<TimePart>? Parse(string text)
    {
        List<TimePart> parts = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                parts.Add(new(null, text[i].ToString()));
                continue;
            }
            if (++i == text.Length || Of(text[i]) is not { } known) return null;
            parts.AddRange(known);
        }
        return parts;
    }

    private static List<TimePart>? Of(char directive) => directive switch
    {
        '%' => [new(null, "%")],
        'T' => Parse("%H:%M:%S"),
        'R' => Parse("%H:%M"),
        'h' => Parse("%b"),
        'F' => Parse("%Y-%m-%d"),
        'D' => Parse("%m/%d/%y"),
        _ => Directives.Contains(directive, StringComparison.Ordinal) ? [new(directive, "")] : null,
    };
}
