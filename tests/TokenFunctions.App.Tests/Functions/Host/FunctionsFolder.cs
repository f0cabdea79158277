using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Functions.Host;

/// <summary>The folder that the Functions host starts: the package that <c>FUNCTIONAPP_FOLDER</c> names, which CI sets to
/// what publish.sh has made, or the one that the build has published.</summary>
internal static class FunctionsFolder
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("FUNCTIONAPP_FOLDER") is { Length: > 0 } given ? System.IO.Path.GetFullPath(given) : AppFolder.Path;
}
