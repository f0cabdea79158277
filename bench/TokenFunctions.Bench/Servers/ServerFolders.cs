using System.Diagnostics;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Bench.Servers;

/// <summary>Where both programs lie that are compared, published the same way: as the framework-dependent package is,
/// since a trimmed one takes no startup hook and so no probe.</summary>
internal static class ServerFolders
{
    private static readonly string Folder = Path.Combine(AppFolder.Repository, "artifacts", "bench-servers");

    /// <summary>The service.</summary>
    public static string Service { get; } = Path.Combine(Folder, "service", "TokenFunctions.Host.dll");

    /// <summary>A web server and one route.</summary>
    public static string Bare { get; } = Path.Combine(Folder, "bare", "TokenFunctions.Bench.Bare.dll");

    /// <summary>The settings of the runtime that both are started with: those of the service.</summary>
    public static string RuntimeConfig { get; } = Path.ChangeExtension(Service, ".runtimeconfig.json");

    /// <summary>Publishes both.</summary>
    /// <exception cref="InvalidOperationException"><c>dotnet publish</c> failed; it has said why.</exception>
    public static async Task PublishAsync()
    {
        await PublishAsync("src/TokenFunctions.Host", Service);
        await PublishAsync("bench/TokenFunctions.Bench.Bare", Bare);
    }

    private static async Task PublishAsync(string project, string assembly)
    {
        string[] words =
        [
            "publish", project, "-c", "Release", "--nologo", "-v", "quiet", "-p:FunctionPackage=framework-dependent",
            $"-p:PublishDir={Path.GetDirectoryName(assembly)}{Path.DirectorySeparatorChar}",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", words) { WorkingDirectory = AppFolder.Repository })!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException($"dotnet publish {project} failed");
    }
}
