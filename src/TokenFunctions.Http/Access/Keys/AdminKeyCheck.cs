using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Http.Callers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>Compares a key with the admin key, in a time that tells nothing of either but whether both begin as the
/// keys of callers do: callers need not pay for a comparison that cannot come out well.</summary>
internal sealed class AdminKeyCheck(SecretText adminKey)
{
    private readonly bool isLikeCallers = IsLikeCallers(adminKey.Reveal());

    // At the first key: loading the machine's cryptography would make the start slower.
    private readonly Lazy<byte[]> expected = new(() => Hash(adminKey.Reveal()));

    public bool Matches(ReadOnlySpan<char> key) =>
        IsLikeCallers(key) == isLikeCallers
        && CryptographicOperations.FixedTimeEquals(Hash(key.ToString()), expected.Value);

    private static bool IsLikeCallers(ReadOnlySpan<char> key) =>
        key.StartsWith(ApiKey.Prefix, StringComparison.Ordinal);

    // Hashes are equally long whatever was sent.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
