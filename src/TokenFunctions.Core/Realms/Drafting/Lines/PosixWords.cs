using System.Text;

namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>Words by the quoting rules of POSIX shells and of bash's <c>$'…'</c>. Variables stay as they are written.
/// </summary>
internal sealed class PosixWords(string line)
{
    private readonly List<string> words = [];
    private readonly StringBuilder word = new();
    private bool inWord;
    private int at;

    /// <summary>The words; null = a quote is open at the end.</summary>
    public IReadOnlyList<string>? Split()
    {
        while (at < line.Length && !IsEndOfCommand())
        {
            var c = line[at++];
            if (char.IsWhiteSpace(c)) EndWord();
            else if (c == '#' && !inWord) SkipComment();
            else if (!Take(c)) return null;
        }
        EndWord();
        return words;
    }

    private bool Take(char c)
    {
        if (c is '\\' or '`' && ShellWords.BreakAfter(line, at) is > 0 and var next)
        {
            at = next;
            EndWord();
            return true;
        }
        inWord = true;
        switch (c)
        {
            case '\'':
                return TakeUntilQuote();
            case '"':
                return TakeDoubleQuoted();
            case '$' when at < line.Length && line[at] == '\'':
                at++;
                return AnsiQuote.Take(line, ref at, word);
            case '\\' when at < line.Length:
                word.Append(line[at++]);
                return true;
            default:
                word.Append(c);
                return true;
        }
    }

    private bool TakeUntilQuote()
    {
        var end = line.IndexOf('\'', at);
        if (end < 0) return false;
        word.Append(line, at, end - at);
        at = end + 1;
        return true;
    }

    private bool TakeDoubleQuoted()
    {
        while (at < line.Length)
        {
            var c = line[at++];
            if (c == '"') return true;
            if (c != '\\' || at >= line.Length) word.Append(c);
            else if (line[at] is '"' or '\\' or '$' or '`') word.Append(line[at++]);
            else if (ShellWords.BreakAfter(line, at) is > 0 and var next) at = next;
            else word.Append(c);
        }
        return false;
    }

    // A `>` within a word belongs to a placeholder such as <id>; `&` belongs to an address that nobody quoted.
    private bool IsEndOfCommand() => line[at] switch
    {
        '|' => true,
        '>' or '&' => !inWord,
        ';' => at + 1 == line.Length || char.IsWhiteSpace(line[at + 1]),
        _ => false,
    };

    private void SkipComment()
    {
        var end = line.IndexOf('\n', at);
        at = end < 0 ? line.Length : end;
    }

    private void EndWord()
    {
        if (inWord) words.Add(word.ToString());
        word.Clear();
        inWord = false;
    }
}
