using System.Net;
using System.Runtime.InteropServices;

namespace TokenFunctions.Http.Access.Limits;

/// <summary>Counts the wrong keys of each source, so that one that guesses is told to wait.</summary>
/// <remarks>It is never asked about right keys: programs behind one address, or behind a Functions host that does not
/// tell addresses, must not be locked out by a neighbour that guesses.</remarks>
internal sealed class WrongKeys(TimeProvider time)
{
    /// <summary>How many wrong keys of a source in a minute are looked at.</summary>
    public const int Most = 20;

    // About 2 MB. Whoever has more addresses than that is not held up here, but by what is read for all together.
    private const int MaxSources = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly RecentMemory<IPAddress, Guesses> sources = new(MaxSources);

    /// <summary>How many sources are remembered.</summary>
    public int Sources => sources.Count;

    /// <summary>Whether the source has guessed too often in this minute.</summary>
    /// <param name="source">The address; null = not known, which is one source for all.</param>
    public bool AreTooMany(IPAddress? source) =>
        sources.Find(NameOf(source)) is { Count: >= Most } guesses && Lasts(guesses);

    /// <summary>Counts a wrong key.</summary>
    /// <param name="source">The address; null = not known, which is one source for all.</param>
    /// <returns>How long the source must wait; null = it may go on.</returns>
    public TimeSpan? Count(IPAddress? source)
    {
        var now = time.GetTimestamp();
        var guesses = sources.Update(
            NameOf(source), old => Lasts(old) ? old with { Count = old.Count + 1 } : new(now, 1));
        return guesses.Count > Most ? Window - time.GetElapsedTime(guesses.Since, now) : null;
    }

    private bool Lasts(Guesses guesses) => guesses.Count > 0 && time.GetElapsedTime(guesses.Since) < Window;

    private static IPAddress NameOf(IPAddress? source) => source is null ? IPAddress.None : SourceNetwork.Of(source);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Guesses(long Since, int Count);
}
