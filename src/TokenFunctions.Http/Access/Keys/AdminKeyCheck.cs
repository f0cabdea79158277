using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>Compares a key with the admin key, in a time that tells nothing of either.</summary>
internal sealed class AdminKeyCheck(SecretText adminKey)
{
    private readonly byte[] expected = Hash(adminKey.Reveal());

    public bool Matches(string key) => CryptographicOperations.FixedTimeEquals(Hash(key), expected);

    // Hashes are equally long whatever was sent.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
