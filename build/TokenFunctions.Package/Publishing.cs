using System.Diagnostics;

namespace TokenFunctions.Package;

/// <summary>Runs <c>dotnet publish</c>; how, stands in <c>build/FunctionPackage.props</c>.</summary>
/// <param name="repository">The repository's root.</param>
internal sealed class Publishing(string repository)
{
    /// <summary>Publishes the service into a folder that holds nothing else afterwards.</summary>
    /// <exception cref="PackageException"><c>dotnet publish</c> failed; it has said why.</exception>
    public async Task RunAsync(string folder, PackageOptions options)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var project = Path.Combine(repository, "src", "TokenFunctions.Host");
        // The analyzers have had their say in the build that the tests ran with, and nobody reads documentation here.
        string[] words =
        [
            "publish", project, "-c", "Release", "--nologo", $"-p:FunctionPackage={NameOf(options.Kind)}",
            $"-p:AuthLevel={options.AuthLevel}", $"-p:PublishDir={folder}{Path.DirectorySeparatorChar}",
            "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", words) { WorkingDirectory = repository })!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new PackageException("dotnet publish failed");
    }

    private static string NameOf(PackageKind kind) => kind switch
    {
        PackageKind.FrameworkDependent => "framework-dependent",
        PackageKind.Aot => "aot",
        _ => "self-contained",
    };
}
