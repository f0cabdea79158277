namespace TokenFunctions.Storage;

/// <summary>Values that can be made again at any time, of which the ones that are asked for the most are kept. Each has
/// the place that its hash says, and no more than one; no lock is needed, and no order.</summary>
/// <remarks>A value comes into an empty place at once, and for another one only each sixteenth time: where there are
/// more values than places, those that are asked for seldom do not live just long enough to be dear to the
/// collector.</remarks>
/// <param name="places">How many places, a power of two.</param>
public sealed class FrequentValues<T>(int places)
    where T : class
{
    /// <summary>How often a value is offered to taken places until it comes in.</summary>
    internal const int TakenEach = 16;

    private readonly T?[] values = new T?[places];
    private int offered;

    /// <summary>What has the place of that hash; it may be another value. Null = nothing has.</summary>
    public T? At(int hash) => Volatile.Read(ref values[hash & (places - 1)]);

    /// <summary>Takes a value that was made, perhaps.</summary>
    /// <param name="hash">Its hash; nobody outside should be able to foresee it, or he could drive out what others
    /// ask for.</param>
    /// <param name="value">The value.</param>
    public void Offer(int hash, T value)
    {
        ref var place = ref values[hash & (places - 1)];
        // Two that count at once may count once: it is a share and no number.
        if (Volatile.Read(ref place) is null || ++offered % TakenEach == 0) Volatile.Write(ref place, value);
    }
}
