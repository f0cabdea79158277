using System.Diagnostics;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>How the drivers of the clients are started.</summary>
internal static class ClientCommands
{
    private static readonly string Drivers = Path.Combine(AppFolder.Repository, "tests", "TokenFunctions.App.Tests", "Clients", "Drivers");
    private static readonly Lazy<Task<string>> Compiled = new(CompileAsync);

    public static string Samples { get; } = Path.Combine(AppFolder.Repository, "samples", "clients");

    /// <summary>The start of a client.</summary>
    /// <param name="client">One of <see cref="ClientLanguages"/>.</param>
    /// <param name="script">What uses the client for Node.js.</param>
    public static async Task<ProcessStartInfo> OfAsync(string client, string script = "driver.mjs") => client switch
    {
        "node" or "wechat" => new(Node.Executable(), [Path.Combine(Drivers, script), client]),
        "urllib" or "requests" => new("python3", [Path.Combine(Drivers, "driver.py"), client]),
        "java" => new("java", ["-XX:TieredStopAtLevel=1", "-cp", await Compiled.Value, "Driver"]),
        "curl" => new("sh", [Path.Combine(Samples, "curl", "orders.sh")]),
        _ => throw new ArgumentOutOfRangeException(nameof(client), client, "No such client."),
    };

    // All but what needs a library that is not here.
    private static async Task<string> CompileAsync()
    {
        var sources = Directory.GetFiles(Path.Combine(Samples, "java"), "*.java").Where(f => !f.EndsWith("TokenInterceptor.java", StringComparison.Ordinal));
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var start = new ProcessStartInfo("javac", ["--release", "17", "-Xlint:all", "-Werror", "-d", folder.Path, Path.Combine(Drivers, "Driver.java"), .. sources])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var compiler = Process.Start(start)!;
        var faults = await compiler.StandardError.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        Assert.True(compiler.ExitCode == 0, faults);
        return folder.Path;
    }
}
