using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Functions.Host;

/// <summary>The handler's process, started as the host starts it: by host.json, in the app's folder, with the host's whole
/// environment and where to listen.</summary>
internal sealed class HandlerProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    private HandlerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public string Output => string.Join('\n', lines);

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    public static HandlerProcess Launch(AppSettings settings)
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(FunctionsFolder.Path, "host.json")));
        var handler = host.RootElement.GetProperty("customHandler").GetProperty("description");
        var program = handler.GetProperty("defaultExecutablePath").GetString()!;
        var own = Path.Combine(FunctionsFolder.Path, program);
        var arguments = handler.GetProperty("arguments").EnumerateArray().Select(a => a.GetString()!);
        var start = new ProcessStartInfo(File.Exists(own) ? own : program, arguments)
        {
            WorkingDirectory = Path.Combine(FunctionsFolder.Path, handler.GetProperty("workingDirectory").GetString()!),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var port = settings.Port ?? FreePort.Next();
        foreach (var (name, value) in Environment(settings, port)) start.Environment[name] = value;
        var launched = new HandlerProcess(Process.Start(start)!, port);
        launched.Listen();
        return launched;
    }

    /// <summary>Asks as the host does, every 25 ms: any answer at all means that it is ready.</summary>
    public async Task WaitUntilReadyAsync(HttpClient http)
    {
        var root = new Uri($"http://127.0.0.1:{Port}/");
        await Eventually.HoldsAsync(IsReadyAsync, "The handler is ready");

        async Task<bool> IsReadyAsync()
        {
            Assert.False(process.HasExited, Output);
            try
            {
                using var any = await http.GetAsync(root);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What somebody sends who wants it to end, and not the host.</summary>
    public async Task InterruptAsync()
    {
        await ProcessSignal.InterruptAsync(process);
        await WaitForExitAsync();
    }

    public Task WaitForExitAsync() => process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        Evidence.Keep("console", Output);
        process.Dispose();
    }

    private static Dictionary<string, string?> Environment(AppSettings settings, int port)
    {
        var (number, worker) = (port.ToString(CultureInfo.InvariantCulture), $"{Guid.NewGuid()}");
        return settings.With(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", number), ("FUNCTIONS_HTTPWORKER_PORT", number),
            ("FUNCTIONS_CUSTOMHANDLER_WORKER_ID", worker), ("FUNCTIONS_HTTPWORKER_ID", worker),
            ("FUNCTIONS_APP_ROOT_PATH", FunctionsFolder.Path), ("FUNCTIONS_WORKER_RUNTIME", "custom"),
            // The host's own address, which it has taken already.
            ("ASPNETCORE_URLS", HostAddress.Taken)).Environment(port);
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }
}
