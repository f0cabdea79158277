using System.Numerics;

namespace TokenFunctions.Storage;

/// <summary>Values that can be made again at any time, of which those that are asked for often are kept, the more
/// likely the more often. Each has the place that its hash says, and no more than one; no lock is needed, and no
/// order.</summary>
/// <remarks>A value comes into an empty place at once, and for another one only about each sixteenth time. That changes
/// little of what is kept, but where there are more values than places, few live just long enough to be dear to the
/// collector.</remarks>
/// <typeparam name="T">A value that knows what it is of: another one may have its place.</typeparam>
public sealed class FrequentValues<T>
    where T : class
{
    private const int TakenEach = 16;

    private readonly T?[] values;

    /// <summary>Room for so many.</summary>
    /// <param name="places">How many places, a power of two.</param>
    public FrequentValues(int places)
    {
        if (!BitOperations.IsPow2(places)) throw new ArgumentOutOfRangeException(nameof(places), places, "No power of two.");
        values = new T?[places];
    }

    /// <summary>What has the place of that hash; it may be another value. Null = nothing has.</summary>
    public T? At(int hash) => Volatile.Read(ref values[hash & (values.Length - 1)]);

    /// <summary>Takes a value that was made, perhaps.</summary>
    /// <param name="hash">Its hash; nobody outside should be able to foresee it, or he could drive out what others
    /// ask for.</param>
    /// <param name="value">The value.</param>
    public void Offer(int hash, T value)
    {
        ref var place = ref values[hash & (values.Length - 1)];
        if (Volatile.Read(ref place) is null || Random.Shared.Next(TakenEach) == 0) Volatile.Write(ref place, value);
    }
}
