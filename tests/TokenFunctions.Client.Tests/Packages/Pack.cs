using System.Diagnostics;
using System.IO.Compression;
using TokenFunctions.Testing;

namespace TokenFunctions.Client.Tests.Packages;

/// <summary>The packages as <c>dotnet pack</c> makes them, in a folder that goes with the tests. It builds in that folder
/// too, so that it is in nobody's way.</summary>
public sealed class Pack : IAsyncLifetime
{
    private readonly TempFolder folder = new();

    /// <summary>The folder, in which nothing of the packages may be named.</summary>
    public string Folder => folder.Path;

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList =
            {
                "pack", Repository.File("src", "Packages.slnf"), "-o", folder.Path, "-v", "q", "-nologo", "-nodeReuse:false",
                $"-p:ArtifactsPath={folder.File("build")}", "-p:RestoreLockedMode=true",
            },
        };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Join('\n', output));
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Every file of a package, by its path in it.</summary>
    public IReadOnlyDictionary<string, byte[]> Files(string package, string extension = "nupkg")
    {
        var path = Directory.GetFiles(folder.Path, $"{package}.*.{extension}").Single(
            file => char.IsAsciiDigit(Path.GetFileName(file)[package.Length + 1]));
        using var archive = ZipFile.OpenRead(path);
        return archive.Entries.ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
