namespace TokenFunctions.Notices;

/// <summary>Keeps a receiver that is slow or down from taking up the process: few notices are on their way at once, and
/// none for a while after one was not delivered. What finds no way in stays owed.</summary>
internal sealed class ReceiverGate(TimeProvider time)
{
    private const int Most = 8;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private DateTimeOffset closedUntil;
    private int inside;

    /// <summary>Whether a notice would be let in now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate) return MayEnter();
        }
    }

    /// <summary>Lets a notice in; then <see cref="Leave"/> must follow.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (!MayEnter()) return false;
            inside++;
            return true;
        }
    }

    /// <summary>Tells what came of a notice that was let in.</summary>
    public void Leave(bool isDelivered)
    {
        lock (gate)
        {
            inside--;
            closedUntil = isDelivered ? default : time.GetUtcNow() + Rest;
        }
    }

    private bool MayEnter() => inside < Most && time.GetUtcNow() >= closedUntil;
}
