using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Client.Snapshots;

/// <summary>Seals a snapshot for one service, so that the tokens of another one are never handed out in its
/// name.</summary>
/// <param name="key">The key.</param>
/// <param name="address">Where the service is.</param>
internal sealed class SnapshotSeal(SealingKey key, Uri address)
{
    private const string Purpose = "TokenFunctions.Client/snapshot/1";
    private readonly Sealer sealer = new(new FixedSealingKeys(key));
    private readonly string place = $"{Purpose} {address.AbsoluteUri.TrimEnd('/')}";

    /// <summary>Seals it.</summary>
    public byte[] Seal(ReadOnlyMemory<byte> plain) => Now(sealer.SealAsync(plain, place, CancellationToken.None));

    /// <summary>Opens what was sealed with this key for this service.</summary>
    /// <exception cref="SealBrokenException">It was sealed with another key, for another service, or
    /// changed.</exception>
    public byte[] Open(byte[] box) => Now(sealer.OpenAsync(box, place, CancellationToken.None));

    // The key is at hand, and so nothing is waited for.
    private static byte[] Now(ValueTask<byte[]> work) => work.AsTask().GetAwaiter().GetResult();
}
