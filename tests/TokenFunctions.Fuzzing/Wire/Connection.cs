using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Fuzzing.Wire;

/// <summary>A connection to the app on which bytes are sent as they are.</summary>
internal sealed class Connection : IDisposable
{
    // A realm's time-out is 10 s, a caller's patience 25 s.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private NetworkStream stream = null!;
    private WireReader reader = null!;

    private Connection()
    {
    }

    public static async Task<Connection> OpenAsync(int port)
    {
        var connection = new Connection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        connection.stream = new NetworkStream(connection.socket);
        connection.reader = new WireReader(PipeReader.Create(connection.stream));
        return connection;
    }

    /// <summary>Sends; a server that has ended the connection does not take it all.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await stream.WriteAsync(bytes);
        }
        catch (IOException)
        {
            // What it said before tells why.
        }
    }

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndSending()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The server was first.
        }
    }

    /// <summary>The next answer; null = the server has ended the connection.</summary>
    /// <exception cref="WireFault">None came in time, or what came is none.</exception>
    public Task<WireAnswer?> ReadAsync(bool isHead) => ReadAsync(isHead, Longest);

    /// <summary>As <see cref="ReadAsync(bool)"/>, with another time.</summary>
    public async Task<WireAnswer?> ReadAsync(bool isHead, TimeSpan longest)
    {
        using var bound = new CancellationTokenSource(longest);
        try
        {
            return await reader.ReadAsync(isHead, bound.Token);
        }
        catch (OperationCanceledException)
        {
            throw new WireFault($"no whole answer within {longest.TotalSeconds:0.#} s");
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => socket.Dispose();
}
