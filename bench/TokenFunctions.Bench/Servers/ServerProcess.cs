using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Bench.Servers;

/// <summary>A server as a process of its own, with the probe in it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    // What the shell has set for other programs would be measured too.
    private static readonly string[] Foreign = ["TokenFunctions__", "ASPNETCORE_", "OTEL_", "DOTNET_", "FUNCTIONS_", "Logging__"];

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private ServerProcess(string name, Process process, int port, Probe probe) =>
        (Name, this.process, Port, Probe) = (name, process, port, probe);

    /// <summary>What it is called in figures.</summary>
    public string Name { get; }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Tells what it costs.</summary>
    public Probe Probe { get; }

    /// <summary>Starts a server and waits until it takes connections.</summary>
    /// <param name="name">What it is called in figures.</param>
    /// <param name="assembly">The program, one of <see cref="ServerFolders"/>.</param>
    /// <param name="variables">What it is started with, by the port that it is to listen on.</param>
    public static async Task<ServerProcess> StartAsync(
        string name, string assembly, Func<int, IEnumerable<(string Name, string Value)>> variables)
    {
        var (port, probe) = (FreePort.Next(), new Probe());
        string[] words = ["exec", "--runtimeconfig", ServerFolders.RuntimeConfig, assembly];
        var start = new ProcessStartInfo("dotnet", words)
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var set in start.Environment.Keys.Where(IsForeign).ToList()) start.Environment.Remove(set);
        foreach (var (variable, value) in variables(port).Concat(probe.Variables)) start.Environment[variable] = value;
        var server = new ServerProcess(name, Process.Start(start)!, port, probe);
        server.Listen();
        try
        {
            await Eventually.HoldsAsync(server.TakesConnectionsAsync, $"The server {name} takes connections");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Probe.Dispose();
    }

    private static bool IsForeign(string variable) =>
        variable is not "DOTNET_ROOT" && Foreign.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    // A pipe that nobody empties would stop the server.
    private void Listen()
    {
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<bool> TakesConnectionsAsync()
    {
        if (process.HasExited) throw new InvalidOperationException($"{Name} ended: {string.Join('\n', output)}");
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            // Nobody listens yet.
            return false;
        }
    }
}
