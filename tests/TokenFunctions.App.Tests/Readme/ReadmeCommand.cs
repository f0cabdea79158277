using System.Collections.Concurrent;
using System.Diagnostics;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Readme;

/// <summary>A <c>dotnet run</c> of the README in the repository: what is built is not built again, and data and port are the
/// test's own.</summary>
internal sealed class ReadmeCommand : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private ReadmeCommand(Process process) => this.process = process;

    public string Output => string.Join('\n', lines);

    public static ReadmeCommand Start(string folder, string command, params (string Name, string Value)[] variables)
    {
        var words = command.Split(' ');
        var configuration = Path.GetFileName(AppFolder.Path);
        var start = new ProcessStartInfo(words[0], [words[1], "--no-build", "-c", configuration, .. words[2..]])
        {
            WorkingDirectory = AppFolder.Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Next()}";
        start.Environment["TokenFunctions__Storage"] = $"sqlite:{Path.Combine(folder, "readme.db")}";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var run = new ReadmeCommand(Process.Start(start)!);
        run.process.OutputDataReceived += (_, line) => run.lines.Enqueue(line.Data ?? "");
        run.process.ErrorDataReceived += (_, line) => run.lines.Enqueue(line.Data ?? "");
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        return run;
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await process.WaitForExitAsync(bound.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        // dotnet run starts the app as a child.
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
