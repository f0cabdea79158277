namespace TokenFunctions.Http.Languages;

/// <summary>Cuts enumerations such as <c>`a`, `b` or `c`</c>; what is in quotes stays together.</summary>
internal static class TextList
{
    private static readonly string[] Joints = [", ", " or ", " and ", " → "];

    /// <summary>The items and what stands between them, in turn; a single item = it is no enumeration.</summary>
    public static List<string> Cut(string text)
    {
        List<string> pieces = [];
        var (start, quote) = (0, '\0');
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '`' or '\'') quote = c;
            else if (JointAt(text, at) is { } joint)
            {
                pieces.Add(text[start..at]);
                pieces.Add(joint);
                start = at + joint.Length;
                at = start - 1;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }

    private static string? JointAt(string text, int at)
    {
        if (text[at] is not (' ' or ',')) return null;
        foreach (var joint in Joints)
            if (string.CompareOrdinal(text, at, joint, 0, joint.Length) == 0) return joint;
        return null;
    }
}
