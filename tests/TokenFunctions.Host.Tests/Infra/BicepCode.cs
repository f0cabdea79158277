namespace TokenFunctions.Host.Tests.Infra;

/// <summary>Bicep without its comments and the insides of its texts: what is left is names, signs and the expressions in
/// texts. Nothing moves: each character left stands where it stood.</summary>
internal static class BicepCode
{
    private const char Quote = '\'';

    public static string Of(string text)
    {
        var code = new char[text.Length];
        Array.Fill(code, ' ');
        var expressions = new Stack<int>();
        var (depth, at, inText) = (0, 0, false);
        while (at < text.Length)
        {
            if (text[at] == '\n') code[at] = '\n';
            if (inText) at = InText(text, at, ref inText, expressions, depth);
            else if (Skipped(text, at) is var skipped && skipped > at) at = Newlines(text, code, at, skipped);
            else at = InCode(text, code, at, ref inText, expressions, ref depth);
        }

        return new string(code);
    }

    // A text on one line; an expression in it is code again.
    private static int InText(string text, int at, ref bool inText, Stack<int> expressions, int depth)
    {
        if (text[at] == '\\') return at + 2;
        if (text[at] == Quote) inText = false;
        if (!Has(text, at, "${")) return at + 1;
        expressions.Push(depth);
        inText = false;
        return at + 2;
    }

    private static int InCode(string text, char[] code, int at, ref bool inText, Stack<int> expressions, ref int depth)
    {
        if (text[at] == Quote) inText = true;
        else if (text[at] == '}' && expressions.TryPeek(out var outer) && outer == depth)
        {
            expressions.Pop();
            inText = true;
        }
        else
        {
            code[at] = text[at];
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return at + 1;
    }

    // Behind a comment, a line for the compiler, or a text of several lines.
    private static int Skipped(string text, int at) =>
        Has(text, at, "//") || text[at] == '#' ? End(text, at, "\n", 0)
        : Has(text, at, "/*") ? End(text, at + 2, "*/", 2)
        : Has(text, at, "'''") ? End(text, at + 3, "'''", 3)
        : at;

    private static int End(string text, int from, string mark, int length) =>
        text.IndexOf(mark, from, StringComparison.Ordinal) is var found and >= 0 ? found + length : text.Length;

    private static int Newlines(string text, char[] code, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (text[at] == '\n') code[at] = '\n';
        }

        return to;
    }

    private static bool Has(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
