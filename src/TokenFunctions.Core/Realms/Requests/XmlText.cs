using System.Text;

namespace TokenFunctions.Realms.Requests;

/// <summary>What a value may put into XML 1.0.</summary>
internal static class XmlText
{
    /// <summary>A value as text of an element or an attribute; null when it holds characters that XML cannot carry
    /// (XML 1.0 §2.2).</summary>
    public static string? Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF') return null;
            escaped.Append(Reference(c) ?? c.ToString());
        }
        return escaped.ToString();
    }

    // Blanks other than the space would be changed by the reader (XML 1.0 §2.11, §3.3.3).
    private static string? Reference(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&apos;",
        '\t' => "&#9;",
        '\n' => "&#10;",
        '\r' => "&#13;",
        _ => null,
    };
}
