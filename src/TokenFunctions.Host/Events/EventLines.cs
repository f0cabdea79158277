namespace TokenFunctions.Host.Events;

/// <summary>Writes events as lines, each by one call and at once: the process may be killed at any moment.</summary>
/// <param name="output">Where to, such as standard output; it is not closed.</param>
/// <param name="time">Stamps the lines.</param>
internal sealed class EventLines(Stream output, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private readonly LineLimits limits = new(time);

    /// <summary>Writes a line, unless there were enough of its kind in this minute.</summary>
    public void Write(EventRecord record)
    {
        lock (gate)
        {
            foreach (var summary in limits.EndedPeriod()) Put(summary);
            if (limits.Allow(record)) Put(record);
        }
    }

    /// <summary>Writes what is not written yet: how many lines were left out.</summary>
    public void Dispose()
    {
        lock (gate)
            foreach (var summary in limits.End()) Put(summary);
    }

    private void Put(EventRecord record)
    {
        try
        {
            output.Write(LineText.Of(record, time.GetUtcNow()));
            output.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more. There is no other place to say so, and the work of the app does not depend on it.
        }
    }
}
