namespace TokenFunctions.Realms.Config;

/// <summary>Follows an XML text and knows whether a value may stand where the reading is: in the text of an element or
/// in the quotes of an attribute.</summary>
internal sealed class XmlTags
{
    private static readonly (string Open, string Close)[] Sections =
        [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<", ">")];

    // What ends the section that is open; null = none is.
    private string? close;
    private char? quote;

    /// <summary>Whether a value may stand here.</summary>
    public bool TakesValue => close is null || quote is not null;

    /// <summary>Reads on.</summary>
    public void Read(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (close is null) Open(text, ref i);
            else if (close == ">" && IsQuoted(text[i])) continue;
            else if (string.CompareOrdinal(text, i, close, 0, close.Length) == 0)
            {
                i += close.Length - 1;
                close = null;
            }
        }
    }

    private void Open(string text, ref int at)
    {
        foreach (var (open, end) in Sections)
        {
            if (string.CompareOrdinal(text, at, open, 0, open.Length) != 0) continue;
            close = end;
            at += open.Length - 1;
            return;
        }
    }

    private bool IsQuoted(char c)
    {
        if (quote is null && c is ('"' or '\'')) quote = c;
        else if (quote == c) quote = null;
        else return quote is not null;
        return true;
    }
}
