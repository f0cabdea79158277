using System.Reflection;

namespace TokenFunctions.Http;

/// <summary>Which release this is.</summary>
internal static class Product
{
    /// <summary>Its name.</summary>
    public const string Name = "TokenFunctions";

    private static readonly Assembly Assembly = typeof(Product).Assembly;

    /// <summary>Its version, such as 1.2.3.</summary>
    public static string Version { get; } = Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>The revision of the source that it was built of; null = the build did not know.</summary>
    public static string? Commit { get; } =
        CommitIn(Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    // The SDK puts the source revision behind the version, as SemVer's build metadata.
    internal static string? CommitIn(string? version) =>
        version?.IndexOf('+', StringComparison.Ordinal) is { } plus and >= 0 && plus + 1 < version.Length
            ? version[(plus + 1)..]
            : null;
}
