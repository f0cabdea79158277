namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>Cuts a command line into words as the shell would that it was written for.</summary>
internal static class ShellWords
{
    /// <summary>The words up to the first pipe or end of the command; null = a quote is open at the end.</summary>
    /// <param name="line">The line; a line break counts as a blank, since documents often lose the backslash.</param>
    public static IReadOnlyList<string>? Split(string line) =>
        IsForWindows(line) ? WindowsWords.Split(line) : new PosixWords(line).Split();

    /// <summary>Where a line break ends, if <paramref name="at"/> stands on blanks before it; -1 = none is near.
    /// Copied documents have blanks behind the mark of continuation.</summary>
    public static int BreakAfter(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t' or '\r') at++;
        return at < line.Length && line[at] == '\n' ? at + 1 : -1;
    }

    // Only cmd goes on after a caret, and only what browsers copy for cmd has a caret before a quote.
    private static bool IsForWindows(string line)
    {
        for (var at = line.IndexOf('^', StringComparison.Ordinal); at >= 0;
             at = line.IndexOf('^', at + 1))
            if (BreakAfter(line, at + 1) >= 0 || (at + 1 < line.Length && line[at + 1] == '"')) return true;
        return false;
    }
}
