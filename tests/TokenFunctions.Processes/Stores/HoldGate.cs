using System.Text;

namespace TokenFunctions.Processes.Stores;

/// <summary>Decides which piece of the traffic is held, and holds it.</summary>
internal sealed class HoldGate
{
    // The cell that notes the sending. It is in no other write than the one that an attempt makes before its call.
    private static readonly byte[] Mark = Encoding.UTF8.GetBytes("\"sent_at\"");

    private readonly Lock gate = new();
    private HoldPoint? armed;
    private object? written;
    private TaskCompletionSource held = New();
    private TaskCompletionSource released = New();

    /// <summary>Ends when something is held.</summary>
    public Task Held => held.Task;

    /// <summary>Holds the next piece of traffic that is at this point.</summary>
    public void Arm(HoldPoint point)
    {
        lock (gate) (armed, written, held, released) = (point, null, New(), New());
    }

    public void Release()
    {
        lock (gate) released.TrySetResult();
    }

    /// <summary>Lets what the app sends pass, or holds it.</summary>
    /// <param name="connection">Which connection it is on; one request at a time runs on it.</param>
    /// <param name="bytes">What was read of the socket.</param>
    public Task RequestAsync(object connection, ReadOnlyMemory<byte> bytes)
    {
        lock (gate)
        {
            if (armed is null || bytes.Span.IndexOf(Mark) < 0) return Task.CompletedTask;
            written = connection;
            return armed == HoldPoint.SentWrite ? Hold() : Task.CompletedTask;
        }
    }

    /// <summary>Lets what the store answers pass, or holds it.</summary>
    /// <param name="connection">Which connection it is on.</param>
    /// <param name="bytes">What was read of the socket.</param>
    public Task AnswerAsync(object connection, ReadOnlyMemory<byte> bytes)
    {
        lock (gate)
        {
            var isHeld = armed switch
            {
                HoldPoint.SentWriteAnswer => ReferenceEquals(connection, written),
                HoldPoint.GuardAnswer => written is not null && bytes.Span.IndexOf(Mark) >= 0,
                _ => false,
            };
            return isHeld ? Hold() : Task.CompletedTask;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task Hold()
    {
        armed = null;
        held.TrySetResult();
        return released.Task;
    }
}
