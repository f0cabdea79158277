using System.Security.Cryptography;
using System.Text;

namespace TokenFunctions.Storage.Sealing;

/// <summary>The form of a sealed value: version (1 byte), length of the key's id (1), the id, nonce (12), tag (16),
/// sealed bytes. AES-256-GCM (NIST SP 800-38D) with a random nonce and the place as associated data.</summary>
internal static class SealedBox
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    /// <summary>The length of the tag, in bytes.</summary>
    public const int TagSize = 16;

    // A place is two names and what is around them.
    private const int UsualPlace = 512;

    /// <summary>Seals under that key, for that place.</summary>
    public static byte[] Make(SealingKey key, ReadOnlySpan<byte> plain, string place)
    {
        var (head, tag, body) = Parts(key.Id);
        var box = new byte[body + plain.Length];
        box[0] = Version;
        box[1] = (byte)key.Id.Length;
        Encoding.ASCII.GetBytes(key.Id, box.AsSpan(2));
        var nonce = box.AsSpan(head, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        var cipher = key.RentCipher();
        cipher.Encrypt(nonce, plain, box.AsSpan(body), box.AsSpan(tag, TagSize), Encoding.UTF8.GetBytes(place));
        key.Return(cipher);
        return box;
    }

    /// <summary>The id of the key that the value names; null = it is not of this form.</summary>
    public static string? KeyIdOf(ReadOnlySpan<byte> box)
    {
        if (box.Length < 2 || box[0] != Version || box.Length < 2 + box[1] + NonceSize + TagSize) return null;
        return Encoding.ASCII.GetString(box.Slice(2, box[1]));
    }

    /// <summary>What was sealed; null = not with that key, not for that place, or it was changed. What the value says
    /// of its own form is not looked at.</summary>
    public static byte[]? TryOpen(SealingKey key, byte[] box, string place)
    {
        var (head, tag, body) = Parts(key.Id);
        if (box.Length < body) return null;
        var plain = new byte[box.Length - body];
        Span<byte> usual = stackalloc byte[UsualPlace];
        var bound = Encoding.UTF8.TryGetBytes(place, usual, out var length)
            ? usual[..length]
            : Encoding.UTF8.GetBytes(place);
        var cipher = key.RentCipher();
        try
        {
            cipher.Decrypt(
                box.AsSpan(head, NonceSize), box.AsSpan(body), box.AsSpan(tag, TagSize), plain, bound);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            key.Return(cipher);
        }
    }

    private static (int Head, int Tag, int Body) Parts(string id)
    {
        var head = 2 + id.Length;
        return (head, head + NonceSize, head + NonceSize + TagSize);
    }
}
