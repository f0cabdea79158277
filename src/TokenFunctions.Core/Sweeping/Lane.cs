using TokenFunctions.Storage;

namespace TokenFunctions.Sweeping;

/// <summary>The hints of one realm that are being worked off, a few at once and the others in a queue, so that a slow
/// provider keeps nobody else's tokens waiting.</summary>
/// <param name="width">How many at once.</param>
/// <param name="work">Works one off.</param>
/// <param name="background">Where the work runs.</param>
internal sealed class Lane(int width, Func<DueHint, Task> work, Background background)
{
    // About a hundred bytes each; a realm that has more is read on when some of them are done.
    private const int Most = 1000;

    private readonly Lock gate = new();
    private readonly Queue<DueHint> waiting = new();
    private readonly List<Task> workers = [];
    private int running;

    public bool IsFull
    {
        get { lock (gate) return waiting.Count >= Most; }
    }

    public void Add(DueHint hint)
    {
        lock (gate)
        {
            waiting.Enqueue(hint);
            if (running == width) return;
            running++;
        }

        workers.RemoveAll(ended => ended.IsCompletedSuccessfully);
        workers.Add(background.Start(WorkAsync));
    }

    /// <summary>Waits until the queue is empty.</summary>
    public Task EndAsync() => Task.WhenAll(workers);

    private async Task<bool> WorkAsync()
    {
        while (Next() is { } hint) await work(hint);
        return true;
    }

    private DueHint? Next()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var hint)) return hint;
            running--;
            return null;
        }
    }
}
