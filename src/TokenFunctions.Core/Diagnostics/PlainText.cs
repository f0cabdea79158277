namespace TokenFunctions.Diagnostics;

/// <summary>Texts of others on a terminal: names in files, answers of a service.</summary>
public static class PlainText
{
    private const int MaxLength = 2000;

    /// <summary>The text in one line, without what would steer a terminal, and of a bearable length.</summary>
    public static string Of(string text)
    {
        var clean = string.Concat(text.Take(MaxLength).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length > MaxLength ? clean + "…" : clean;
    }
}
