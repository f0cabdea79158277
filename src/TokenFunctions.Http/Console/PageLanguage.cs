using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TokenFunctions.Http.Console;

/// <summary>The languages that the page has words in, by the name of their file.</summary>
internal static class PageLanguage
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [English, Chinese];

    /// <summary>The one that whoever asks likes best (RFC 9110 §12.5.4); English where they like none.</summary>
    public static string Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage.ToArray()!, out var liked))
            return English;
        return liked.Where(one => one.Quality is not 0)
            .OrderByDescending(one => one.Quality ?? 1)
            .Select(one => Find(one.Value.ToString()))
            .FirstOrDefault(found => found is not null) ?? English;
    }

    // Any kind of Chinese is nearer to the reader than English is.
    private static string? Find(string range) => range.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" => Chinese,
        "EN" => English,
        _ => null,
    };
}
