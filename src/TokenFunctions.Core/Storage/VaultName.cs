using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>Names of documents in the vault. Key Vault compares names without case and keeps removed ones for months,
/// so a name is a hash and a random suffix, and is never used again.</summary>
public static class VaultName
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int HashLength = 24;
    private const int SuffixLength = 16;
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    /// <summary>A new name for the document of <paramref name="key"/>.</summary>
    public static string New(TokenKey key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString()));
        return $"tf-{Base32(hash.AsSpan(0, 15))}-{Base32(RandomNumberGenerator.GetBytes(10))}";
    }

    /// <summary>Whether it is a name as <see cref="New"/> makes them, of whatever letter case: the vault takes no
    /// notice of that.</summary>
    public static bool IsOne(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.ToLowerInvariant().Split('-');
        return parts is ["tf", { Length: HashLength } hash, { Length: SuffixLength } suffix]
            && !(hash + suffix).AsSpan().ContainsAnyExcept(Letters);
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
