namespace TokenFunctions.Host.Tests.Infra;

/// <summary>Brackets that belong together.</summary>
internal static class Brackets
{
    private const string Open = "{[(";
    private const string Closing = "}])";

    /// <summary>The line of the first bracket that has no partner; null = there is none.</summary>
    public static int? FirstAlone(string code)
    {
        var open = new Stack<(char Bracket, int Line)>();
        var line = 1;
        foreach (var sign in code)
        {
            if (sign == '\n') line++;
            if (Open.Contains(sign, StringComparison.Ordinal)) open.Push((sign, line));
            if (!Closing.Contains(sign, StringComparison.Ordinal)) continue;
            if (open.Count == 0 || Open.IndexOf(open.Pop().Bracket, StringComparison.Ordinal) != Closing.IndexOf(sign, StringComparison.Ordinal))
                return line;
        }

        return open.Count > 0 ? open.Last().Line : null;
    }

    /// <summary>What is in the brackets that open first at or behind <paramref name="from"/>.</summary>
    public static string Inside(string code, int from)
    {
        var start = code.IndexOfAny([.. Open], from) + 1;
        var depth = 1;
        for (var at = start; at < code.Length; at++)
        {
            if (Open.Contains(code[at], StringComparison.Ordinal)) depth++;
            if (Closing.Contains(code[at], StringComparison.Ordinal) && --depth == 0) return code[start..at];
        }

        return "";
    }

    /// <summary>The names before a colon that are in no further bracket.</summary>
    public static IEnumerable<string> Keys(string inside)
    {
        var depth = 0;
        foreach (var line in inside.Split('\n'))
        {
            var name = line.Split(':')[0].Trim();
            if (depth == 0 && line.Contains(':', StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                yield return name;
            depth += line.Count(c => Open.Contains(c, StringComparison.Ordinal)) - line.Count(c => Closing.Contains(c, StringComparison.Ordinal));
        }
    }
}
