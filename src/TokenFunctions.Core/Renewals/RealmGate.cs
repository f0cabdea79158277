namespace TokenFunctions.Renewals;

/// <summary>Places for the calls of one realm, given in the order in which they were asked for.</summary>
internal sealed class RealmGate
{
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
    private int inside;

    /// <summary>How many are inside or wait; <see cref="RealmGates"/> counts them.</summary>
    public int Users { get; set; }

    /// <summary>Waits for a place; false = there was none in time.</summary>
    /// <param name="most">How many may be inside, as the realm says now.</param>
    /// <param name="patience">How long to wait at most.</param>
    /// <param name="time">The time that is waited by.</param>
    public async Task<bool> EnterAsync(int most, TimeSpan patience, TimeProvider time)
    {
        TaskCompletionSource place;
        lock (gate)
        {
            if (inside < most)
            {
                inside++;
                return true;
            }

            if (patience <= TimeSpan.Zero) return false;
            place = new();
            waiting.AddLast(place);
        }

        try
        {
            await place.Task.WaitAsync(patience, time);
            // Who leaves does not run the call of the next.
            await Task.Yield();
            return true;
        }
        catch (TimeoutException)
        {
            lock (gate) return !waiting.Remove(place);
        }
    }

    /// <summary>Gives the place to the next who waits.</summary>
    public void Leave()
    {
        TaskCompletionSource? next;
        lock (gate)
        {
            next = waiting.First?.Value;
            if (next is null) inside--;
            else waiting.RemoveFirst();
        }

        next?.SetResult();
    }
}
