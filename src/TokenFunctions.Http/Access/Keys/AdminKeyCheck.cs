using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>Compares a key with the admin key, in a time that tells nothing of either.</summary>
internal sealed class AdminKeyCheck(SecretText adminKey)
{
    // At the first key: loading the machine's cryptography would make the start slower.
    private readonly Lazy<byte[]> expected = new(() => Hash(adminKey.Reveal()));

    public bool Matches(string key) => CryptographicOperations.FixedTimeEquals(Hash(key), expected.Value);

    // Hashes are equally long whatever was sent.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
