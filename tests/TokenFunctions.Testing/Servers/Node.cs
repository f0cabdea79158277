using System.Diagnostics;
using System.Security.Cryptography;

namespace TokenFunctions.Testing.Servers;

/// <summary>Node.js and the packages of <c>tests/node</c>, which are installed once, at the first need.</summary>
public static class Node
{
    private static readonly TimeSpan InstallBound = TimeSpan.FromMinutes(5);
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Why tests that need node are skipped; null = they are not. Where <c>CI=true</c> they never are.</summary>
    public static string? SkipReason =>
        IsAvailable || ContinuousIntegration.IsRunning ? null : "node and npm are not on PATH; install Node.js 20 or later to run this test.";

    /// <summary>Whether node and npm are on PATH.</summary>
    public static bool IsAvailable => Find("node") is not null && Find("npm") is not null;

    /// <summary>The root of the repository: the nearest folder above the tests that holds the solution.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder with the servers' scripts and packages.</summary>
    public static string Folder => Path.Combine(Repository, "tests", "node");

    /// <summary>Installs the packages unless that was done for the same lock file, by whichever process.</summary>
    public static Task EnsureInstalledAsync() => Installed.Value;

    /// <summary>The full path of node; fails where there is none.</summary>
    public static string Executable() => Find("node") ?? throw new InvalidOperationException("node is not on PATH.");

    private static async Task InstallAsync()
    {
        var npm = Find("npm") ?? throw new InvalidOperationException("npm is not on PATH.");
        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        using var only = await CrossProcessLock.TakeAsync(Path.Combine(Repository, "artifacts", "node-install.lock"), InstallBound);
        var wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"))));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted) return;
        await RunNpmAsync(npm);
        await File.WriteAllTextAsync(stamp, wanted);
    }

    private static async Task RunNpmAsync(string npm)
    {
        var start = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        using var bound = new CancellationTokenSource(InstallBound);
        var output = process.StandardOutput.ReadToEndAsync(bound.Token);
        var errors = await process.StandardError.ReadToEndAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        await output;
        if (process.ExitCode != 0) throw new InvalidOperationException($"npm ci failed: {errors}");
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names(program).Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static string[] Names(string program) =>
        OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TokenFunctions.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
