using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>The ETags of this API: a realm's, a secret's or a caller's version; a token's generation and, in
/// milliseconds of Unix time, its end, which can come nearer within one generation.</summary>
internal static class EntityTag
{
    // A collection expression would make a list each time.
    private static readonly EntityTagHeaderValue[] None = [];

    public static string Of(Realm realm) => OfVersion(realm.Version);

    public static string Of(Secret secret) => OfVersion(secret.Version);

    public static string Of(Caller caller) => OfVersion(caller.Version);

    public static string Of(Token token) => token.ExpiresAt is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"\"{token.Generation}-{end.ToUnixTimeMilliseconds()}\"")
        : string.Create(CultureInfo.InvariantCulture, $"\"{token.Generation}\"");

    /// <summary>The tag of an answer that also tells how the token is used: with the time from which the token is due,
    /// and a mark that changes with how it is attached.</summary>
    public static string Of(TokenResult result, Token token, string attachMark) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Of(token).TrimEnd('"')}-due{result.DueAt?.ToUnixTimeMilliseconds()}-{attachMark}\"");

    /// <summary>Whether the framework may be asked to read it. It throws at the end of the text where it takes a
    /// backslash for half an escape, and after <c>W/</c> with blanks; RFC 9110 §8.8.3 has neither, nor has a tag of
    /// ours.</summary>
    public static bool CanBeRead(string header) =>
        !header.Contains('\\', StringComparison.Ordinal)
        && !header.Contains("/ ", StringComparison.Ordinal)
        && !header.Contains("/\t", StringComparison.Ordinal);

    /// <summary>The version of such a tag; null = it is none of ours.</summary>
    public static long? Version(EntityTagHeaderValue tag) =>
        long.TryParse(
            HeaderUtilities.RemoveQuotes(tag.Tag), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The tags of <c>If-None-Match</c>; empty = it was not sent.</summary>
    public static IList<EntityTagHeaderValue> Known(HttpRequest request, FirstFault fault)
    {
        if (request.Headers.IfNoneMatch.Count == 0) return None;
        if (CanBeRead(request.Headers.IfNoneMatch.ToString())
            && EntityTagHeaderValue.TryParseStrictList(request.Headers.IfNoneMatch.ToArray()!, out var tags))
            return tags;
        fault.Add(InputProblem.InvalidValue(Precondition.IfNoneMatch, "ETags in double quotes, as answers have them"));
        return None;
    }

    /// <summary>Whether the caller has that one already; weak or not makes no difference (RFC 9110 §13.1.2).</summary>
    public static bool Has(IList<EntityTagHeaderValue> known, string tag)
    {
        // Most requests know none, and should pay for no closure.
        for (var i = 0; i < known.Count; i++)
            if (IsThat(known[i], tag)) return true;
        return false;
    }

    private static bool IsThat(EntityTagHeaderValue known, string tag) =>
        known.Equals(EntityTagHeaderValue.Any) || known.Tag.Equals(tag, StringComparison.Ordinal);

    private static string OfVersion(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
