namespace TokenFunctions.Hosting.Events;

/// <summary>Writes events as lines, each by one call and at once: the process may be killed at any moment.</summary>
internal sealed class EventLines : IDisposable
{
    private readonly Lock gate = new();
    private readonly Stream output;
    private readonly TimeProvider time;
    private readonly LineLimits limits;
    private readonly ITimer ticks;

    /// <summary>Writes to an output.</summary>
    /// <param name="output">Where to, such as standard output; it is not closed.</param>
    /// <param name="time">Stamps the lines.</param>
    public EventLines(Stream output, TimeProvider time)
    {
        (this.output, this.time, limits) = (output, time, new LineLimits(time));
        // No other event may come for long.
        ticks = time.CreateTimer(_ => WriteLeftOut(), null, LineLimits.Period, LineLimits.Period);
    }

    /// <summary>Writes a line, unless there were enough of its kind in this minute.</summary>
    public void Write(EventRecord record)
    {
        lock (gate)
        {
            WriteLeftOut();
            if (limits.Allow(record)) Put(record);
        }
    }

    /// <summary>Writes what is not written yet: how many lines were left out.</summary>
    public void Dispose()
    {
        ticks.Dispose();
        lock (gate)
            foreach (var summary in limits.End()) Put(summary);
    }

    private void WriteLeftOut()
    {
        lock (gate)
            foreach (var summary in limits.EndedPeriod()) Put(summary);
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
