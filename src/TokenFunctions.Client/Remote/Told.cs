using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Client.Remote;

/// <summary>Words of the service that are passed on, made fit to be shown.</summary>
internal static class Told
{
    private const int MaxCode = 64;
    private const int MaxSentence = 1000;

    /// <summary>A stable name; null = it is none.</summary>
    public static string? Code(string? code) =>
        code is { Length: > 0 and <= MaxCode }
        && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-')
            ? code
            : null;

    /// <summary>A sentence in one line and of a bearable length; null = nothing is left of it.</summary>
    public static string? Sentence(string? text)
    {
        if (text is null) return null;
        var clean = UpstreamText.WithoutControls(text.Length > MaxSentence ? text[..MaxSentence] : text).Trim();
        return clean.Length > 0 ? clean : null;
    }
}
