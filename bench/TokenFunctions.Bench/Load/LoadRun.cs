using System.Diagnostics;

namespace TokenFunctions.Bench.Load;

/// <summary>One load, from its first request to its last answer.</summary>
/// <param name="work">What is asked.</param>
/// <param name="requests">The most requests.</param>
/// <param name="time">For how long requests are sent.</param>
internal sealed class LoadRun(Workload work, long requests, TimeSpan time)
{
    private readonly Latencies latencies = new();
    private readonly long begun = Stopwatch.GetTimestamp();
    private long heard = Stopwatch.GetTimestamp();
    private long sent;

    /// <summary>How many answers are waited for.</summary>
    public int Waiting { get; private set; }

    /// <summary>The time since the last answer.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(heard);

    /// <summary>What came of it.</summary>
    public LoadResult Result => new(Stopwatch.GetElapsedTime(begun, heard), latencies);

    /// <summary>Sends the next request, unless all were sent.</summary>
    public void Send(LoadConnection connection)
    {
        if (sent == requests || Stopwatch.GetElapsedTime(begun, heard) >= time) return;
        connection.Send(work.Next(heard), heard);
        sent++;
        Waiting++;
    }

    /// <summary>Reads what has come, and when the answer is whole sends the next request.</summary>
    public void Receive(LoadConnection connection)
    {
        if (!connection.Receive()) return;
        heard = Stopwatch.GetTimestamp();
        latencies.Add(heard - connection.AskedAt);
        Waiting--;
        Send(connection);
    }
}
