using System.Reflection;

namespace TokenFunctions.Processes.App;

/// <summary>Where the build put the published app, and where the repository is.</summary>
internal static class AppFolder
{
    public static string Path { get; } = Read("AppFolder");

    public static string Repository { get; } = System.IO.Path.GetFullPath(Read("RepositoryRoot"));

    public static string Executable { get; } =
        System.IO.Path.Combine(Path, OperatingSystem.IsWindows() ? "TokenFunctions.Host.exe" : "TokenFunctions.Host");

    private static string Read(string name) =>
        typeof(AppFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == name).Value!;
}
