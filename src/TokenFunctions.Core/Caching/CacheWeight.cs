using System.Runtime.InteropServices;
using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>About how much memory a kept answer takes, as it was measured: objects of the 64-bit runtime.</summary>
internal static class CacheWeight
{
    // The entry, its answer, its token and the value's wrapping, with their node and place in the dictionary.
    private const int Objects = 304;
    private const int Extra = 80 + 100;
    private const int ExtraMember = 140;
    private const int Failure = 96;
    private const int Attach = 120;

    /// <summary>In bytes.</summary>
    /// <param name="result">An answer with a token.</param>
    /// <param name="limits">What it is kept under.</param>
    public static long Of(TokenResult result, CacheLimits limits)
    {
        var token = result.Token!;
        return Objects + limits.BytesBeside
            + OfText(token.Key.Key.Length) + Of(token.Value, limits.HoldsText) + Of(token.Extra)
            + (result.RenewalFailed is { } failure ? Of(failure) : 0)
            + (result.Attach is { } attach ? Of(attach) : 0);
    }

    private static long Of(SecretText value, bool holdsText) =>
        !holdsText && value.TryGetUtf8(out var utf8) ? OfBytes(utf8.Length) : OfText(value.Length);

    private static long Of(IReadOnlyDictionary<string, JsonElement> extra)
    {
        if (extra.Count == 0) return 0;
        var sum = (long)Extra;
        foreach (var (name, value) in extra)
            sum += ExtraMember + OfText(name.Length) + OfBytes(JsonMarshal.GetRawUtf8Value(value).Length);
        return sum;
    }

    private static long Of(TokenFailure failure) =>
        Failure + OfText(failure.Detail.Length) + OfText(failure.UpstreamMessage?.Length ?? 0);

    private static long Of(AttachRule attach) =>
        Attach + attach.Hosts.Concat(attach.CodePaths).Sum(text => OfText(text.Length));

    // A string: its header, its length, UTF-16 and the end, in steps of 8.
    private static long OfText(int characters) => (22 + (2L * characters) + 7) & ~7;

    private static long OfBytes(int length) => (24L + length + 7) & ~7;
}
