using System.Security.Cryptography;
using System.Text;

namespace TokenFunctions.Storage.Sealing;

/// <summary>Seals values at rest: AES-256-GCM with a fresh nonce, bound to the place where they lie.</summary>
/// <remarks>Form: version (1 byte), length of the key id (1), key id, nonce (12), tag (16), sealed bytes.</remarks>
public sealed class Sealer(ISealingKeys keys)
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Seals <paramref name="plain"/>.</summary>
    /// <param name="plain">What to seal.</param>
    /// <param name="place">Table, row and generation; only under the same place can the value be opened again.</param>
    /// <param name="cancellationToken">Ends the wait for the key.</param>
    public async ValueTask<byte[]> SealAsync(
        ReadOnlyMemory<byte> plain, string place, CancellationToken cancellationToken)
    {
        var key = await keys.GetActiveAsync(cancellationToken);
        var id = Encoding.ASCII.GetBytes(key.Id);
        var head = 2 + id.Length;
        var box = new byte[head + NonceSize + TagSize + plain.Length];
        box[0] = Version;
        box[1] = (byte)id.Length;
        id.CopyTo(box, 2);
        var nonce = box.AsSpan(head, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = key.OpenCipher();
        var (tag, body) = (head + NonceSize, head + NonceSize + TagSize);
        cipher.Encrypt(nonce, plain.Span, box.AsSpan(body), box.AsSpan(tag, TagSize), Bind(place));
        return box;
    }

    /// <summary>Opens what was sealed under the same <paramref name="place"/>.</summary>
    /// <exception cref="SealBrokenException">The key is unknown, or the value was changed or moved.</exception>
    public async ValueTask<byte[]> OpenAsync(byte[] box, string place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(box);
        var head = box.Length > 2 ? 2 + box[1] : 2;
        var (tag, body) = (head + NonceSize, head + NonceSize + TagSize);
        if (box.Length < body || box[0] != Version)
            throw new SealBrokenException("A sealed value has an unknown form.");
        var id = Encoding.ASCII.GetString(box, 2, head - 2);
        var key = await keys.FindAsync(id, cancellationToken)
            ?? throw new SealBrokenException(
                $"A value was sealed with the key {Printable(id)}, which is not among the sealing keys.");
        var plain = new byte[box.Length - body];
        try
        {
            using var cipher = key.OpenCipher();
            var nonce = box.AsSpan(head, NonceSize);
            cipher.Decrypt(nonce, box.AsSpan(body), box.AsSpan(tag, TagSize), plain, Bind(place));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new SealBrokenException(
                "A sealed value was changed or moved since it was sealed, or the sealing key is another one.", e);
        }

        return plain;
    }

    private static byte[] Bind(string place) => Encoding.UTF8.GetBytes(place);

    private static string Printable(string id) => new([.. id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '?')]);
}
