using System.Diagnostics;
using System.Globalization;
using System.Net;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Bench.Starts;

/// <summary>A process that was started as the Functions host does it, and what its start took.</summary>
internal sealed class StartedProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private StartedProcess(Process process, HttpClient http, TimeSpan wall)
    {
        (this.process, this.http, Wall) = (process, http, wall);
        Cpu = ProcessFigures.CpuOf(process.Id);
    }

    /// <summary>From its start to the first 200 of <c>GET /</c>.</summary>
    public TimeSpan Wall { get; }

    /// <summary>The processor time of all its threads until then.</summary>
    public TimeSpan Cpu { get; }

    /// <summary>The memory that it holds just now, in bytes.</summary>
    public long Memory => ProcessFigures.MemoryOf(process.Id);

    /// <summary>Talks to it.</summary>
    public HttpClient Http => http;

    /// <summary>Starts a program and waits for its first answer.</summary>
    public static async Task<StartedProcess> StartAsync(string program, IReadOnlyDictionary<string, string> variables)
    {
        var port = FreePort.Next();
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var began = Stopwatch.GetTimestamp();
        var started = Process.Start(start)!;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        while (!await AnswersAsync(client))
        {
            if (started.HasExited) throw new InvalidOperationException($"{program} ended with {started.ExitCode}");
            await Task.Delay(1);
        }

        return new StartedProcess(started, client, Stopwatch.GetElapsedTime(began));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // Nobody listens yet.
            return false;
        }
    }
}
