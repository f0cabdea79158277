using System.Security.Cryptography;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Resealing;

/// <summary>The right to work at the pass, in the pass's own row: one runner at a time. It keeps work from being done
/// twice, no more; two runners would do no harm.</summary>
internal sealed class ResealLease(ResealStore store, ISealingKeys keys, StoreClock clock)
{
    // Longer than a few rows take; after it another instance goes on.
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>Whether the pass seals with that key.</summary>
    public static bool IsFor(ResealPass pass, SealingKey key) =>
        string.Equals(pass.Key, key.Id, StringComparison.Ordinal);

    /// <summary>Takes it.</summary>
    /// <returns>The pass; null = there is nothing to do, somebody else is at it, or it is for another key than this
    /// instance seals with.</returns>
    public async Task<ResealPass?> TakeAsync(CancellationToken cancellationToken)
    {
        var pass = await store.GetAsync(cancellationToken);
        if (pass is not { State: ResealState.Running } || pass.LeaseEnd > clock.Now) return null;
        if (!IsFor(pass, await keys.GetActiveAsync(cancellationToken))) return null;
        var leased = pass with
        {
            LeaseId = RandomNumberGenerator.GetHexString(32, lowercase: true),
            LeaseEnd = clock.Now + Length,
        };
        return await store.TrySaveAsync(leased, cancellationToken);
    }

    /// <summary>Writes progress, and keeps the right for another while.</summary>
    /// <returns>The pass as it was written; null = somebody else has the right.</returns>
    public Task<ResealPass?> RenewAsync(ResealPass next, CancellationToken cancellationToken) => SaveAsync(
        next, next with { UpdatedAt = clock.Now, LeaseEnd = clock.Now + Length }, cancellationToken);

    /// <summary>Whether a third of its time has passed.</summary>
    public bool IsWearing(ResealPass pass) => !(pass.LeaseEnd - clock.Now > Length * 2 / 3);

    /// <summary>Keeps the right for another while without progress.</summary>
    /// <returns>As <see cref="RenewAsync"/>.</returns>
    public Task<ResealPass?> ProlongAsync(ResealPass pass, CancellationToken cancellationToken) =>
        SaveAsync(pass, pass with { LeaseEnd = clock.Now + Length }, cancellationToken);

    /// <summary>Gives it back.</summary>
    public Task ReleaseAsync(ResealPass pass, CancellationToken cancellationToken) =>
        SaveAsync(pass, pass with { LeaseId = null, LeaseEnd = null }, cancellationToken);

    // An operator may have stopped it meanwhile: then that holds, and the progress is kept with it.
    private async Task<ResealPass?> SaveAsync(ResealPass own, ResealPass next, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await store.TrySaveAsync(next, cancellationToken) is { } saved) return saved;
            var now = await store.GetAsync(cancellationToken);
            if (now is null || !string.Equals(now.LeaseId, own.LeaseId, StringComparison.Ordinal)) return null;
            next = next with { State = next.State == ResealState.Done ? next.State : now.State, ETag = now.ETag };
        }
    }
}
