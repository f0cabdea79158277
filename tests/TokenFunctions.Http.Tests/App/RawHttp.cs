using System.Net.Sockets;
using System.Text;
using TokenFunctions.Http.Tests.OpenApi;

namespace TokenFunctions.Http.Tests.App;

/// <summary>Sends bytes as they are, which no HTTP client does.</summary>
internal static class RawHttp
{
    public static async Task<Reply> SendAsync(int port, byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        await using var stream = client.GetStream();
        // Sent beside the reading: a refusal may come before all of a long body is taken.
        var sending = SendAllAsync(stream, request);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        await sending;
        var reply = Parse(text);
        var line = Encoding.Latin1.GetString(request).Split("\r\n")[0].Split(' ');
        // What the web server itself refuses has no body, and the contract says no more of it.
        if (reply.Header("Content-Type") is { } type) Contract.Check(new Exchange(line[0], line[1], reply.Status, type, reply.Body) { Language = reply.Header("Content-Language") });
        return reply;
    }

    public static byte[] Head(string requestLine, params string[] headers) =>
        Encoding.Latin1.GetBytes(string.Join("\r\n", [requestLine, "Host: 127.0.0.1", "Connection: close", .. headers, "", ""]));

    private static async Task SendAllAsync(NetworkStream stream, byte[] request)
    {
        try
        {
            await stream.WriteAsync(request);
        }
        catch (IOException)
        {
            // The server has answered and closed.
        }
    }

    private static Reply Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = text[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        return new Reply(int.Parse(lines[0].Split(' ')[1], null), headers, text[(end + 4)..]);
    }
}
