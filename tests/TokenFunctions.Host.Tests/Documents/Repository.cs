using System.Reflection;

namespace TokenFunctions.Host.Tests.Documents;

/// <summary>Where the repository is.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!);

    /// <summary>What NuGet resolved for the Host when it was last built.</summary>
    public static string HostAssets { get; } =
        Path.Combine(Root, "artifacts", "obj", "TokenFunctions.Host", "project.assets.json");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));
}
