using System.Diagnostics;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Bench.Starts;

/// <summary><c>start</c>: the start and the memory of the packaged service beside those of a bare web server that was
/// published the same way.</summary>
internal static class StartCommand
{
    private const int Runs = 11;
    private const int Requests = 10_000;

    /// <summary>As it is deployed: tables and vault by the app's identity. Nothing is asked of them at the
    /// start.</summary>
    private static readonly Dictionary<string, string> Deployed = new(StringComparer.Ordinal)
    {
        ["TokenFunctions__Storage"] = "https://tokens.table.core.windows.net",
        ["TokenFunctions__VaultUri"] = "https://tokens.vault.azure.net",
        ["TokenFunctions__AdminKey"] = $"{Guid.NewGuid():N}",
    };

    /// <summary>Publishes both, unless they are to be taken as they lie there, measures and prints.</summary>
    /// <param name="args"><c>--no-publish</c>, or nothing.</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args is not ([] or ["--no-publish"])) return 2;
        var folders = Path.Combine(AppFolder.Repository, "artifacts");
        var (service, bare) = (Path.Combine(folders, "functionapp"), Path.Combine(folders, "bench-bare"));
        if (args is [])
        {
            await DotnetAsync("run", "-c", "Release", "--project", "build/TokenFunctions.Package");
            await DotnetAsync(
                "publish", "bench/TokenFunctions.Bench.Bare", "-c", "Release", "--nologo", "-v", "quiet",
                "-p:FunctionPackage=self-contained", $"-p:PublishDir={bare}/");
        }

        var sides = new[]
        {
            new StartSide("service", Path.Combine(service, "TokenFunctions.Host"), Deployed),
            new StartSide("bare", Path.Combine(bare, "TokenFunctions.Bench.Bare"), new Dictionary<string, string>(StringComparer.Ordinal)),
        };
        // Side by side, so that what else the machine does weighs on both.
        for (var run = 0; run < Runs; run++) foreach (var side in sides) await side.StartAsync();
        foreach (var side in sides) await side.MeasureMemoryAsync(Requests);
        await StartReport.WriteAsync(output, sides[0], sides[1]);
        return 0;
    }

    private static async Task DotnetAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", words) { WorkingDirectory = AppFolder.Repository };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"dotnet {words[0]} failed");
    }
}
