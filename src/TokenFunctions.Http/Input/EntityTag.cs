using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>The ETags of this API: a number in double quotes.</summary>
internal static class EntityTag
{
    public static string Of(long number) => string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");

    /// <summary>The number of a tag; null = it is none of ours.</summary>
    public static long? Number(EntityTagHeaderValue tag) =>
        long.TryParse(HeaderUtilities.RemoveQuotes(tag.Tag), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The tags of <c>If-None-Match</c>; empty = it was not sent.</summary>
    public static IList<EntityTagHeaderValue> Known(HttpRequest request, FirstFault fault)
    {
        if (request.Headers.IfNoneMatch.Count == 0) return [];
        if (EntityTagHeaderValue.TryParseStrictList(request.Headers.IfNoneMatch.ToArray()!, out var tags)) return tags;
        fault.Add(InputProblem.InvalidValue(Precondition.IfNoneMatch, "ETags in double quotes, as answers have them"));
        return [];
    }

    /// <summary>Whether the caller has that one already.</summary>
    public static bool Has(IList<EntityTagHeaderValue> known, long number) =>
        known.Any(t => t.Equals(EntityTagHeaderValue.Any) || Number(t) == number);
}
