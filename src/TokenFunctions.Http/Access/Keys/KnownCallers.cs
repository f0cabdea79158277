using System.Threading.RateLimiting;
using TokenFunctions.Http.Access.Limits;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>Finds the caller that a key names, without letting whoever guesses keys read the store as often as it
/// likes.</summary>
/// <remarks>
/// <para>Anybody can make a key that looks whole for an id that nobody has, and each such id would cost a read. So
/// only <see cref="ReadsPerSecond"/> ids a second that this process does not remember are looked up by themselves,
/// and none that a source names which has guessed too often.</para>
/// <para>That alone would lock out a right caller that this process has not seen yet: under a flood its one read would
/// have to win against thousands. So the others are looked for on the list of all ids, which is read for all of them
/// together, at most every few seconds. An id on it is then looked up, which ends by itself: a caller that
/// was looked up is remembered, and there are only as many as an operator has made.</para>
/// </remarks>
internal sealed class KnownCallers(CallerCatalog catalog, CallerRoll roll) : IDisposable
{
    /// <summary>How many unknown ids a second are looked up by themselves, in this process.</summary>
    public const int ReadsPerSecond = 50;

    private readonly TokenBucketRateLimiter reads = TokenBuckets.PerSecond(ReadsPerSecond);

    /// <summary>The caller of that id; null = there is none.</summary>
    /// <param name="id">The id that a key names.</param>
    /// <param name="isSuspect">Whether the key comes from where too many wrong ones came from.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Storage.StoreUnavailableException">The store does not answer, and the caller was never
    /// read.</exception>
    public async ValueTask<Caller?> FindAsync(string id, bool isSuspect, CancellationToken cancellationToken)
    {
        var mayRead = catalog.Remembers(id)
            || (!isSuspect && TokenBuckets.TryTake(reads, out _))
            || await roll.HasAsync(id, cancellationToken);
        return mayRead ? await catalog.FindAsync(id, cancellationToken) : null;
    }

    /// <summary>Lets go of what counts the reads.</summary>
    public void Dispose() => reads.Dispose();
}
