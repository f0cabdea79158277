using System.Text;

namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>Words by the rules of Windows' cmd (carets) and of its C runtime (quotes and backslashes).</summary>
internal static class WindowsWords
{
    /// <summary>The words; null = a quote is open at the end.</summary>
    public static IReadOnlyList<string>? Split(string line) => Cut(WithoutCarets(line));

    // Between quotes that have no caret of their own, cmd leaves carets alone.
    private static string WithoutCarets(string line)
    {
        var text = new StringBuilder(line.Length);
        var inQuotes = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"') inQuotes = !inQuotes;
            if (line[at] != '^' || inQuotes) text.Append(line[at]);
            else if (ShellWords.BreakAfter(line, at + 1) is > 0 and var next)
            {
                at = next - 1;
                text.Append(' ');
            }
            else if (at + 1 < line.Length) text.Append(line[++at]);
        }
        return text.ToString();
    }

    private static List<string>? Cut(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        bool inWord = false, inQuotes = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (!inQuotes && c == '|') break;
            if (!inQuotes && char.IsWhiteSpace(c))
            {
                if (inWord) words.Add(word.ToString());
                word.Clear();
                inWord = false;
                continue;
            }
            inWord = true;
            var isEscape = c == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' && LeadsToQuote(text, at);
            var isPair = c == '"' && inQuotes && at + 1 < text.Length && text[at + 1] == '"';
            if (isEscape || isPair) word.Append(text[++at]);
            else if (c == '"') inQuotes = !inQuotes;
            else word.Append(c);
        }
        if (inWord) words.Add(word.ToString());
        return inQuotes ? null : words;
    }

    // Backslashes escape only in a run that ends at a quote, so that paths keep theirs.
    private static bool LeadsToQuote(string text, int at)
    {
        while (at < text.Length && text[at] == '\\') at++;
        return at < text.Length && text[at] == '"';
    }
}
