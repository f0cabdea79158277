using System.Collections.Concurrent;
using System.Diagnostics;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.App;

/// <summary>The published app as a process of its own, on a free port of 127.0.0.1.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentQueue<string> events = new();

    private AppProcess(Process process, Uri address, bool keepsAnswers)
    {
        this.process = process;
        Address = address;
        Api = new ApiClient(address, keepsAnswers);
    }

    public int Id => process.Id;

    public Uri Address { get; }

    public ApiClient Api { get; }

    /// <summary>What it printed so far, standard output and error.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>The lines of standard output so far, where each event is one.</summary>
    public IReadOnlyList<string> Events => [.. events];

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>The memory that it holds just now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts the app and waits until it answers.</summary>
    public static async Task<AppProcess> StartAsync(AppSettings settings, params string[] arguments)
    {
        var app = Launch(settings, arguments);
        try
        {
            await Eventually.HoldsAsync(app.IsUpAsync, "The app answers");
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return app;
    }

    /// <summary>Starts the app without waiting for anything.</summary>
    public static AppProcess Launch(AppSettings settings, params string[] arguments)
    {
        var port = settings.Port ?? FreePort.Next();
        var start = new ProcessStartInfo(settings.Executable, arguments)
        {
            WorkingDirectory = settings.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings.Environment(port)) start.Environment[name] = value;
        var app = new AppProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"), settings.KeepsAnswers);
        app.Listen();
        return app;
    }

    /// <summary>kill -9: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What Ctrl-C does.</summary>
    public async Task InterruptAsync()
    {
        await ProcessSignal.InterruptAsync(process);
        await WaitForExitAsync();
    }

    /// <summary>The process stands still, as a frozen instance does, until <see cref="ContinueAsync"/>.</summary>
    public Task FreezeAsync() => ProcessSignal.FreezeAsync(process);

    public Task ContinueAsync() => ProcessSignal.ContinueAsync(process);

    public async Task WaitForExitAsync()
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(bound.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        Evidence.Keep("console", Output);
        Api.Dispose();
        process.Dispose();
    }

    private async Task<bool> IsUpAsync()
    {
        if (process.HasExited) throw new InvalidOperationException($"The app ended: {Output}");
        return await Api.IsUpAsync();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) =>
        {
            lines.Enqueue(line.Data ?? "");
            if (line.Data is { } told) events.Enqueue(told);
        };
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }
}
