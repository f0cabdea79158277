using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TokenFunctions.Http.Languages;

/// <summary>Chooses the language of an answer by <c>Accept-Language</c> (RFC 9110 §12.5.4). Whoever reads any Chinese
/// is answered in the Chinese that there is, unless English is wanted more.</summary>
internal static class LanguageChoice
{
    private const int MaxRanges = 64;
    private static readonly string[] OfChinese = ["zh", "zh-*", "zh-Hans", "zh-Hans-CN", "zh-CN"];

    /// <summary>The language that the sender of a request reads best.</summary>
    public static Language Of(HttpRequest request) => Of(request.Headers.AcceptLanguage);

    /// <summary>The language of a header's values.</summary>
    public static Language Of(StringValues header)
    {
        if (header.Count == 0) return Language.English;
        var ranges = Ranges(header);
        var any = ranges.Find(range => range.Name == "*").Weight;
        var english = Best(ranges, "en") ?? (any, int.MaxValue);
        var chinese = IsShut(ranges) ? default : Best(ranges, "zh") ?? (any, int.MaxValue);
        if (chinese.Weight != english.Weight)
            return chinese.Weight > english.Weight ? Language.Chinese : Language.English;
        return chinese.Weight > 0 && chinese.Place < english.Place ? Language.Chinese : Language.English;
    }

    private static List<LanguageRange> Ranges(StringValues header)
    {
        List<LanguageRange> ranges = [];
        foreach (var line in header)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                if (ranges.Count == MaxRanges) return ranges;
                if (LanguageRange.Read(line.AsSpan()[part]) is { } range) ranges.Add(range);
            }
        }

        return ranges;
    }

    // The first of equals counts: browsers name what is wanted most first.
    private static (int Weight, int Place)? Best(List<LanguageRange> ranges, string language)
    {
        (int Weight, int Place)? best = null;
        for (var place = 0; place < ranges.Count; place++)
        {
            var range = ranges[place];
            var isOther = range.Weight == 0 && language == "zh" && !IsAny(range, OfChinese);
            if (!range.IsOf(language) || isOther) continue;
            if (best is null || range.Weight > best.Value.Weight) best = (range.Weight, place);
        }

        return best;
    }

    private static bool IsShut(List<LanguageRange> ranges) =>
        ranges.Exists(range => range.Weight == 0 && IsAny(range, ["zh-CN", "zh-Hans-CN"]));

    private static bool IsAny(LanguageRange range, string[] names) =>
        names.Contains(range.Name, StringComparer.OrdinalIgnoreCase);
}
