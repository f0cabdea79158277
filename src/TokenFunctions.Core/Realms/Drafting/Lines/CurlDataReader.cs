namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>Reads the value of a data option by the rules of curl's manual.</summary>
internal static class CurlDataReader
{
    /// <summary>The piece of data; none where it is in a file, which is noted.</summary>
    public static IEnumerable<CurlData> Read(CurlOption option, string name, string value, List<string> notes) =>
        option switch
        {
            CurlOption.DataUrlencode => [Urlencode(value, notes)],
            CurlOption.Form => Form(value, notes),
            CurlOption.Data or CurlOption.Json when value.StartsWith('@') => InFile(name, notes),
            _ => [new CurlData(option, null, value)],
        };

    private static CurlData[] InFile(string name, List<string> notes)
    {
        notes.Add($"The data of `{name}` is in a file; paste the line with the data itself.");
        return [];
    }

    // content, =content, name=content, @file or name@file.
    private static CurlData Urlencode(string value, List<string> notes)
    {
        var mark = value.AsSpan().IndexOfAny('=', '@');
        if (mark < 0) return new(CurlOption.DataUrlencode, null, Uri.EscapeDataString(value));
        var (name, content) = (value[..mark], value[(mark + 1)..]);
        if (value[mark] == '@')
        {
            notes.Add("Data of `--data-urlencode` is in a file; its content belongs into the secret.");
            content = "<file>";
        }
        return name.Length == 0
            ? new(CurlOption.DataUrlencode, null, Uri.EscapeDataString(content))
            : new(CurlOption.DataUrlencode, name, content);
    }

    private static IEnumerable<CurlData> Form(string value, List<string> notes)
    {
        const string sentence = "`-F` sends multipart/form-data, which is not supported; its parts became fields "
            + "of a plain form. Check that the provider takes it.";
        if (!notes.Contains(sentence, StringComparer.Ordinal)) notes.Add(sentence);
        var mark = value.IndexOf('=', StringComparison.Ordinal);
        if (mark > 0 && !(mark + 1 < value.Length && value[mark + 1] is '@' or '<'))
            return [new CurlData(CurlOption.Form, value[..mark], value[(mark + 1)..].Trim('"'))];
        notes.Add("A part of `-F` is in a file and was left out.");
        return [];
    }
}
