using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>Names of documents in the vault. Key Vault compares names without case and keeps removed ones for months,
/// so a name is a hash and a random suffix, and is never used again.</summary>
public static class VaultName
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>A new name for the document of <paramref name="key"/>.</summary>
    public static string New(TokenKey key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString()));
        return $"tf-{Base32(hash.AsSpan(0, 15))}-{Base32(RandomNumberGenerator.GetBytes(10))}";
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var b in bytes)
        {
            (bits, held) = ((bits << 8) | b, held + 8);
            for (; held >= 5; held -= 5) text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }

        if (held > 0) text.Append(Alphabet[(bits << (5 - held)) & 31]);
        return text.ToString();
    }
}
