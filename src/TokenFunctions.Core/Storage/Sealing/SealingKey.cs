using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace TokenFunctions.Storage.Sealing;

/// <summary>A key that values at rest are sealed with.</summary>
public sealed class SealingKey
{
    // Making a cipher takes longer than opening a value, and each serves one thread at a time.
    private readonly ConcurrentBag<AesGcm> idle = [];
    private readonly byte[] bytes;

    /// <summary>A key under an id of its own, such as a secret's version in Key Vault.</summary>
    /// <param name="id">1 to 64 ASCII characters, kept beside each sealed value.</param>
    /// <param name="bytes">32 bytes.</param>
    public SealingKey(string id, ReadOnlySpan<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id.Length > 64) throw new ArgumentException("A sealing key's id has at most 64 characters.", nameof(id));
        if (bytes.Length != 32) throw new ArgumentException("A sealing key has 32 bytes.", nameof(bytes));
        Id = id;
        this.bytes = bytes.ToArray();
    }

    /// <summary>The id that tells which key opens a value.</summary>
    public string Id { get; }

    /// <summary>A new random key.</summary>
    public static byte[] NewBytes() => RandomNumberGenerator.GetBytes(32);

    /// <summary>A key from its setting: 32 bytes in base64. Its id is made from its hash.</summary>
    /// <returns>False = not of that form.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SealingKey? key)
    {
        key = null;
        var parsed = new byte[32];
        if (text is null || !Convert.TryFromBase64String(text.Trim(), parsed, out var count)) return false;
        if (count != parsed.Length) return false;
        key = new SealingKey(Convert.ToHexStringLower(SHA256.HashData(parsed).AsSpan(0, 6)), parsed);
        return true;
    }

    /// <summary>The id, never the key.</summary>
    public override string ToString() => $"sealing key {Id}";

    /// <summary>A cipher for one thread, which gives it back with <see cref="Return"/>.</summary>
    internal AesGcm RentCipher() => idle.TryTake(out var cipher) ? cipher : new AesGcm(bytes, SealedBox.TagSize);

    /// <summary>Takes a cipher back: there are as many as were ever in use at once.</summary>
    internal void Return(AesGcm cipher) => idle.Add(cipher);
}
