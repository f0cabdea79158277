using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Testing.Servers;

/// <summary>A server that runs under node until it is disposed; ended by its own handle, with all it started.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private NodeProcess(Process process) => this.process = process;

    /// <summary>Starts the server and waits until its port takes connections.</summary>
    public static async Task<NodeProcess> StartAsync(int port, params string[] arguments)
    {
        await Node.EnsureInstalledAsync();
        var start = new ProcessStartInfo(Node.Executable(), arguments)
        {
            WorkingDirectory = Node.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var server = new NodeProcess(Process.Start(start)!);
        server.Listen();
        try
        {
            await Eventually.HoldsAsync(() => server.AnswersAsync(port), $"The server of {arguments[0]} answers");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Lets the server save what it holds, for at most 10 s, and ends it.</summary>
    public async Task StopAsync()
    {
        PoliteEnd.Ask(process);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await process.WaitForExitAsync(bound.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    /// <summary>The server takes connections and answers nothing, until <see cref="ContinueAsync"/>.</summary>
    public Task FreezeAsync() => ProcessSignal.FreezeAsync(process);

    public Task ContinueAsync() => ProcessSignal.ContinueAsync(process);

    // A pipe that nobody empties would stop the server.
    private void Listen()
    {
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<bool> AnswersAsync(int port)
    {
        if (process.HasExited) throw new InvalidOperationException($"The server ended: {string.Join('\n', output)}");
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
