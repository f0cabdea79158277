namespace TokenFunctions.Realms.Responses;

/// <summary>Knows the numbers by which a provider's support finds a call again: WeChat's <c>rid</c>, Entra's trace and
/// correlation ids. They are as long as tokens and look alike, so it takes the name before them to tell.</summary>
internal static class CaseNumber
{
    private const int Most = 40;

    private static readonly string[] Names = ["rid", "hint", "traceid", "requestid", "correlationid", "logid"];

    /// <summary>Whether a run of a message is such a number: hex digits and hyphens behind one of the names.</summary>
    /// <param name="text">The message.</param>
    /// <param name="start">Where the run begins.</param>
    /// <param name="end">Where it ends.</param>
    public static bool IsAt(string text, int start, int end)
    {
        if (end - start > Most) return false;
        foreach (var c in text.AsSpan(start, end - start))
            if (!char.IsAsciiHexDigit(c) && c != '-') return false;
        var before = text.AsSpan(0, start).TrimEnd(" :=[(\"'").ToString();
        return Array.Exists(Names, name => EndsWith(before, name));
    }

    // `Trace ID`, `trace_id` and `traceId` are one name; `grid` is not `rid`.
    private static bool EndsWith(string text, string name)
    {
        var at = text.Length;
        for (var i = name.Length - 1; i >= 0; i--)
        {
            if (at > 0 && text[at - 1] is ' ' or '_' or '-') at--;
            if (at == 0 || char.ToLowerInvariant(text[at - 1]) != name[i]) return false;
            at--;
        }
        return at == 0 || !char.IsLetterOrDigit(text[at - 1]);
    }
}
