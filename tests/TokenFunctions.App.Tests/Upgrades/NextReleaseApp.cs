using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Upgrades;

/// <summary>The next release as a process: <c>tests/TokenFunctions.NextRelease</c>.</summary>
internal static class NextReleaseApp
{
    private const string Name = "TokenFunctions.NextRelease";

    private static string Executable { get; } = Path.Combine(
        AppFolder.Repository, "artifacts", "bin", Name, Path.GetFileName(AppFolder.Path), OperatingSystem.IsWindows() ? $"{Name}.exe" : Name);

    public static Task<AppProcess> StartAsync(AppSettings settings) => AppProcess.StartAsync(settings with { Executable = Executable });
}
