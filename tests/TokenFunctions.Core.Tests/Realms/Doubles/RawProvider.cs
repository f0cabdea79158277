using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>A provider on a bare socket, which answers bytes that no web server would.</summary>
internal sealed class RawProvider : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> answer;
    private int connections;
    private int left;

    private RawProvider(Func<NetworkStream, CancellationToken, Task> answer) => this.answer = answer;

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/token");

    /// <summary>How many clients came.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>How many clients closed before it had sent all.</summary>
    public int Left => Volatile.Read(ref left);

    /// <summary>Answers once with these bytes and closes.</summary>
    public static RawProvider Answering(string head, byte[] body) =>
        Start((stream, cancellation) => stream.WriteAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. body], cancellation).AsTask());

    /// <summary>Sends the head, and then the piece again and again.</summary>
    public static RawProvider Endless(string head, string piece, TimeSpan pause) =>
        Start(async (stream, cancellation) =>
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancellation);
            var bytes = Encoding.Latin1.GetBytes(piece);
            while (true)
            {
                await stream.WriteAsync(bytes, cancellation);
                if (pause > TimeSpan.Zero) await Task.Delay(pause, cancellation);
            }
        });

    public static RawProvider Start(Func<NetworkStream, CancellationToken, Task> answer)
    {
        var provider = new RawProvider(answer);
        provider.listener.Start();
        _ = Task.Run(provider.ServeAsync);
        return provider;
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(stop.Token);
                Interlocked.Increment(ref connections);
                await using var stream = new NetworkStream(socket);
                if (await stream.ReadAsync(new byte[4096], stop.Token) > 0) await AnswerAsync(stream);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            await answer(stream, stop.Token);
        }
        catch (IOException)
        {
            Interlocked.Increment(ref left);
        }
    }
}
