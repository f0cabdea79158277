using System.Net.Sockets;
using System.Text;

namespace TokenFunctions.Http.Tests.App;

/// <summary>What comes back over one connection when a request is sent drop by drop, or not at all.</summary>
internal static class RawAnswer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The text that was answered before the server closed; empty = it just closed.</summary>
    /// <param name="port">The server's port.</param>
    /// <param name="head">What is sent at once.</param>
    /// <param name="drop">What is sent again and again until the server answers or closes; null = nothing more.</param>
    public static async Task<string> ReadAsync(int port, string head, string? drop = null)
    {
        using var time = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, time.Token);
        await using var stream = client.GetStream();
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(time.Token);
        var sending = SendAsync(stream, head, drop, answered.Token);
        var text = await ReadAsync(stream, time.Token);
        await answered.CancelAsync();
        await sending;
        return text;
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        try
        {
            await stream.CopyToAsync(bytes, cancellationToken);
        }
        catch (IOException)
        {
            // A reset: the server closed while something was still on the way to it.
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static async Task SendAsync(NetworkStream stream, string head, string? drop, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancellationToken);
            while (drop is not null)
            {
                await Task.Delay(100, cancellationToken);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(drop), cancellationToken);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The server has answered, or closed.
        }
    }
}
