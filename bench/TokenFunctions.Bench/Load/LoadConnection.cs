using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Bench.Load;

/// <summary>A connection with at most one request on its way.</summary>
internal sealed class LoadConnection : IDisposable
{
    private const int MaxAnswer = 16 * 1024;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] received = new byte[MaxAnswer];
    private int filled;
    private Ask? asked;

    private LoadConnection()
    {
    }

    /// <summary>The file descriptor.</summary>
    public nint Handle => socket.Handle;

    /// <summary>When the request was sent, by the stopwatch.</summary>
    public long AskedAt { get; private set; }

    public static LoadConnection Open(int port)
    {
        var connection = new LoadConnection();
        connection.socket.Connect(IPAddress.Loopback, port);
        connection.socket.Blocking = false;
        return connection;
    }

    /// <summary>Sends a request.</summary>
    public void Send(Ask ask, long now)
    {
        (asked, AskedAt, filled) = (ask, now, 0);
        var sent = socket.Send(ask.Request, SocketFlags.None, out var error);
        if (sent != ask.Request.Length) throw new LoadFault($"A request was not taken: {error}");
    }

    /// <summary>Reads what has come.</summary>
    /// <returns>Whether the answer is here to its end, and right.</returns>
    public bool Receive()
    {
        var count = socket.Receive(received.AsSpan(filled), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock) return false;
        if (count == 0 || error != SocketError.Success || asked is null)
            throw new LoadFault($"The server ended a connection: {error}");
        filled += count;
        if (!AnswerCheck.IsWhole(received.AsSpan(0, filled), asked.Expected)) return false;
        asked = null;
        return true;
    }

    public void Dispose() => socket.Dispose();
}
