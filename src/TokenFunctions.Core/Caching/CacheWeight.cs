using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>About how much memory a kept answer takes.</summary>
internal static class CacheWeight
{
    // The objects of an entry without their texts.
    private const int Overhead = 512;
    private const int AttachOverhead = 256;

    /// <summary>In bytes.</summary>
    public static long Of(TokenResult result) =>
        Overhead + (2L * Characters(result.Token!)) + (result.Attach is { } attach ? Of(attach) : 0);

    private static int Characters(Token token) =>
        token.Value.Length + token.Extra.Sum(e => e.Key.Length + e.Value.GetRawText().Length);

    private static long Of(AttachRule attach) =>
        AttachOverhead + attach.Hosts.Concat(attach.CodePaths).Sum(text => 32L + (2 * text.Length));
}
