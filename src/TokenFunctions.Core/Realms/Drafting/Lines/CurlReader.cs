namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>Reads the words of a curl line.</summary>
internal sealed class CurlReader
{
    private readonly Queue<string> words;
    private readonly CurlParts parts = new();
    private string? fault;

    private CurlReader(IEnumerable<string> words) => this.words = new Queue<string>(words);

    /// <summary>Reads a line; never throws.</summary>
    public static CurlReading Read(string line)
    {
        if (ShellWords.Split(line) is not { } words) return new(null, "A quote is opened in the line and not closed.");
        var from = words.Select(IsCurl).ToList().IndexOf(true);
        if (from < 0) return new(null, "There is no curl in the line; paste it whole, from the word `curl` on.");
        return new CurlReader(Inner(words[from], words.Skip(from + 1))).Read();
    }

    // TOKEN=$(curl …): what closes the substitution stands at the end of the last word.
    private static IEnumerable<string> Inner(string curl, IEnumerable<string> words)
    {
        var isInner = curl.Contains("$(", StringComparison.Ordinal) || curl.StartsWith('`');
        return isInner ? words.SkipLast(1).Concat(words.TakeLast(1).Select(word => word.TrimEnd(')', '`'))) : words;
    }

    private CurlReading Read()
    {
        while (fault is null && words.TryDequeue(out var word))
        {
            if (IsCurl(word) || CurlOptions.Find(word) == CurlOption.Next)
            {
                parts.Note("More than one request is in the line; only the first was read.");
                break;
            }
            if (word.StartsWith("--", StringComparison.Ordinal)) TakeLong(word);
            else if (word.Length > 1 && word[0] == '-') TakeShort(word);
            else parts.Words.Add(word);
        }
        if (fault is not null) return new(null, fault);
        return parts.ToLine() is { } line
            ? new(line, null)
            : new(null, "There is no http or https address in the line.");
    }

    private void TakeLong(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        if (CurlOptions.Find(name) is not { } option) parts.NoteUnknown(name);
        else if (!CurlOptions.HasValue(option)) parts.Take(option, name, "");
        else if (equals >= 0) parts.Take(option, name, word[(equals + 1)..]);
        else TakeNext(option, name);
    }

    // Flags may stand together, and the last letter may have its value right behind it: -sXPOST.
    private void TakeShort(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            var name = $"-{word[i]}";
            if (CurlOptions.Find(name) is not { } option)
            {
                parts.NoteUnknown(name);
                return;
            }
            if (!CurlOptions.HasValue(option))
            {
                parts.Take(option, name, "");
                continue;
            }
            if (i + 1 < word.Length) parts.Take(option, name, word[(i + 1)..]);
            else TakeNext(option, name);
            return;
        }
    }

    private void TakeNext(CurlOption option, string name)
    {
        if (words.TryDequeue(out var value)) parts.Take(option, name, value);
        else fault = $"The option `{name}` has no value.";
    }

    private static bool IsCurl(string word)
    {
        var name = word[(word.LastIndexOfAny(['/', '\\', '(', '`']) + 1)..];
        return string.Equals(name, "curl", StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, "curl.exe", StringComparison.OrdinalIgnoreCase);
    }
}
