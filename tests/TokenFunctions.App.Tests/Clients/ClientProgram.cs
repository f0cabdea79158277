using System.Diagnostics;
using System.Globalization;
using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>A program that uses a client, and does what it is told line by line.</summary>
internal sealed class ClientProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private ClientProgram(Process process) => (this.process, errors) = (process, process.StandardError.ReadToEndAsync());

    public static ClientProgram Start(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.UseShellExecute = false;
        // Neither a proxy of the tester's nor a file of passwords has a part in this.
        foreach (var name in new[] { "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy" })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ClientProgram(Process.Start(start)!);
    }

    /// <summary>Sends that many equal requests at once, and gives their outcomes, sorted: <c>STATUS:BODY</c>,
    /// <c>no-token:CODE:RETRY</c> or <c>wrong-host</c>.</summary>
    public async Task<string[]> SendAsync(int count, string method, string path, string body = "")
    {
        await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} {method} {path} {body}").TrimEnd());
        await process.StandardInput.FlushAsync();
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await process.StandardOutput.ReadLineAsync(bound.Token);
        if (line is null) Assert.Fail($"The program ended: {await errors}");
        Evidence.Keep("client console", line);
        return line.Split(' ');
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code and what it printed.</returns>
    public async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        process.StandardInput.Close();
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = await process.StandardOutput.ReadToEndAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        Evidence.Keep("client console", output);
        return (process.ExitCode, output, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        Evidence.Keep("client console", await errors);
        process.Dispose();
    }
}
