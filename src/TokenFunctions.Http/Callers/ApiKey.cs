using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Callers;

/// <summary>A caller's API key: <c>tfk_</c>, the caller's id, <c>_</c>, 43 random characters and 6 of a checksum, all
/// 49 of them from <c>0-9A-Za-z</c>. It holds the id, so that its caller is found by one read; the checksum tells a
/// typing error at once, and scanners a key from what only looks like one.</summary>
public sealed class ApiKey
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "tfk_";

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    // 62^43 is more than 2^256.
    private const int RandomLength = 43;
    // 62^6 is more than 2^32.
    private const int ChecksumLength = 6;
    private const int MaxLength = 4 + NameRule.MaxLength + 1 + SecretLength;

    /// <summary>How many characters at its end nobody else knows, the checksum included.</summary>
    internal const int SecretLength = RandomLength + ChecksumLength;

    private readonly string text;

    private ApiKey(string callerId, string text)
    {
        (CallerId, this.text) = (callerId, text);
        Hash = SHA256.HashData(Encoding.ASCII.GetBytes(text));
    }

    /// <summary>Whose key it says it is.</summary>
    public string CallerId { get; }

    /// <summary>SHA-256 of its text: what is stored of it.</summary>
    public byte[] Hash { get; }

    /// <summary>A new key of 256 random bits.</summary>
    /// <param name="callerId">Whose, valid by <see cref="NameRule"/>.</param>
    public static ApiKey Create(string callerId)
    {
        if (!NameRule.IsValid(callerId)) throw new ArgumentException("That is no caller's id.", nameof(callerId));
        var body = $"{Prefix}{callerId}_{RandomNumberGenerator.GetString(Digits, RandomLength)}";
        return new ApiKey(callerId, body + Checksum(body));
    }

    /// <summary>Reads a key. It is read from its end, because an id may hold <c>_</c> too.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="key">The key; null unless it is whole.</param>
    public static ApiKeyForm Parse(string? text, out ApiKey? key)
    {
        key = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)) return ApiKeyForm.NotAKey;
        if (!TrySplit(text, out var callerId, out var secret)) return ApiKeyForm.Damaged;
        var id = callerId.ToString();
        if (!NameRule.IsValid(id) || secret.ContainsAnyExcept(Digits.AsSpan())) return ApiKeyForm.Damaged;
        if (!text.EndsWith(Checksum(text[..^ChecksumLength]), StringComparison.Ordinal)) return ApiKeyForm.Damaged;
        key = new ApiKey(id, text);
        return ApiKeyForm.Whole;
    }

    /// <summary>Finds the parts of what is built as a key; nothing in them is checked.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="callerId">Whose key it says it is.</param>
    /// <param name="secret">The rest, <see cref="SecretLength"/> characters.</param>
    internal static bool TrySplit(
        ReadOnlySpan<char> text, out ReadOnlySpan<char> callerId, out ReadOnlySpan<char> secret)
    {
        callerId = secret = default;
        var idEnd = text.Length - SecretLength - 1;
        if (text.Length > MaxLength || idEnd <= Prefix.Length || text[idEnd] != '_') return false;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        callerId = text[Prefix.Length..idEnd];
        secret = text[(idEnd + 1)..];
        return true;
    }

    /// <summary>Whether it is this stored key, found in a time that tells nothing of either.</summary>
    public bool Is(CallerKey stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return CryptographicOperations.FixedTimeEquals(Hash, stored.Hash);
    }

    /// <summary>The text itself, for the one answer that shows it.</summary>
    public string Reveal() => text;

    /// <summary>Whose key it is, and nothing more.</summary>
    public override string ToString() => $"a key of {CallerId}";

    // The first 32 bits of the SHA-256 of all that stands before it.
    private static string Checksum(string body)
    {
        var rest = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(body)));
        Span<char> sum = stackalloc char[ChecksumLength];
        for (var i = ChecksumLength - 1; i >= 0; i--, rest /= 62) sum[i] = Digits[(int)(rest % 62)];
        return new string(sum);
    }
}
