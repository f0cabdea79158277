namespace TokenFunctions.Storage.Sealing;

/// <summary>Seals values at rest, each bound to the place where it lies, and opens them.</summary>
/// <param name="keys">The keys.</param>
/// <param name="alarm">Is told of what cannot be opened; null = nobody is.</param>
public sealed class Sealer(ISealingKeys keys, SealAlarm? alarm = null)
{
    /// <summary>Seals <paramref name="plain"/> with the active key.</summary>
    /// <param name="plain">What to seal.</param>
    /// <param name="place">Table, row and generation; only under the same place can the value be opened again.</param>
    /// <param name="cancellationToken">Ends the wait for the key.</param>
    public async ValueTask<byte[]> SealAsync(
        ReadOnlyMemory<byte> plain, string place, CancellationToken cancellationToken) =>
        SealedBox.Make(await keys.GetActiveAsync(cancellationToken), plain.Span, place);

    /// <summary>Opens what was sealed under the same <paramref name="place"/>.</summary>
    /// <exception cref="SealBrokenException">The key is unknown, or the value was changed or moved.</exception>
    public async ValueTask<byte[]> OpenAsync(byte[] box, string place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(box);
        var id = SealedBox.KeyIdOf(box);
        var key = id is null ? null : await keys.FindAsync(id, cancellationToken);
        if (key is not null && SealedBox.TryOpen(key, box, place) is { } plain) return plain;
        var broken = id is null || key is not null || await WasRenamedAsync(box, place, cancellationToken)
            ? Changed()
            : UnknownKey(id);
        alarm?.Raise(place, broken);
        throw broken;
    }

    /// <summary>Seals a value again that lies under an older key.</summary>
    /// <returns>The value under the active key; null = it is under that one already.</returns>
    /// <exception cref="SealBrokenException">The key is unknown, or the value was changed or moved.</exception>
    public async ValueTask<byte[]?> ResealAsync(byte[] box, string place, CancellationToken cancellationToken)
    {
        // Opened in any case: one that is broken is to be found.
        var plain = await OpenAsync(box, place, cancellationToken);
        var active = await keys.GetActiveAsync(cancellationToken);
        return string.Equals(SealedBox.KeyIdOf(box), active.Id, StringComparison.Ordinal)
            ? null
            : SealedBox.Make(active, plain, place);
    }

    /// <summary>The id of the key that a sealed value names, as it may be shown; null = it names none.</summary>
    public static string? KeyIdOf(byte[] box) => SealedBox.KeyIdOf(box) is { } id ? Printable(id) : null;

    // The id is not sealed. Where a key at hand opens the rest, the id was changed, and no key is lost.
    private async ValueTask<bool> WasRenamedAsync(byte[] box, string place, CancellationToken cancellationToken)
    {
        var known = await keys.ListAsync(cancellationToken);
        return known.Any(key => SealedBox.TryOpen(key, box, place) is not null);
    }

    private static SealBrokenException Changed() => new(
        SealFault.Changed, "A stored value was changed or moved since it was sealed.");

    private static SealBrokenException UnknownKey(string id) => new(
        SealFault.UnknownKey,
        $"A stored value was sealed with the key {Printable(id)}, which is not among the sealing keys.");

    private static string Printable(string id) => new([.. id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '?')]);
}
