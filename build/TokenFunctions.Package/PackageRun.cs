using System.Globalization;
using TokenFunctions.Package.Native;
using TokenFunctions.Package.Starting;
using TokenFunctions.Package.Zipping;

namespace TokenFunctions.Package;

/// <summary>Makes the package and tells what became of it.</summary>
/// <param name="repository">The repository's root.</param>
/// <param name="output">Where the figures go.</param>
internal sealed class PackageRun(string repository, TextWriter output)
{
    private const double MiB = 1024 * 1024;

    /// <summary>Publishes, checks, zips and measures, in this order.</summary>
    /// <exception cref="PackageException">One of these failed.</exception>
    public async Task RunAsync(PackageOptions options)
    {
        var folder = Path.Combine(repository, "artifacts", "functionapp");
        var zip = folder + ".zip";
        await new Publishing(repository).RunAsync(folder, options);
        var handler = new HandlerFile(folder);
        if (options.Kind == PackageKind.FrameworkDependent) handler.StartByDotnet("TokenFunctions.Host.dll");
        var floor = CheckFloor(folder);
        UnixZip.Write(folder, zip, handler.Read().OwnProgram(folder));
        Tell("folder", $"{Name(folder)}, {Size(Files(folder).Sum(f => f.Length))}, {Files(folder).Count()} files");
        Tell("zip", $"{Name(zip)}, {Size(new FileInfo(zip).Length)}");
        Tell("glibc", floor);
        Tell("start", await StartOfAsync(folder, handler.Read()));
    }

    private static string CheckFloor(string folder)
    {
        var floors = GlibcFloor.Of(folder).ToLookup(floor => floor.IsAlwaysNeeded);
        var always = floors[true].FirstOrDefault();
        if (always?.Version > GlibcFloor.Most) throw new PackageException(
            $"glibc {always!.Version} is needed by {always.File}; where Functions runs it may be {GlibcFloor.Most}");
        var own = always is null ? "as .NET itself" : $"{always}";
        return floors[false].FirstOrDefault() is { } sqlite ? $"{own}; for storage in SQLite {sqlite}" : own;
    }

    private static async Task<string> StartOfAsync(string folder, Handler handler)
    {
        if (!StartTime.CanRunHere) return "not measured: the package is for Linux on x64";
        var median = await StartTime.MedianAsync(folder, handler, 3);
        return string.Create(
            CultureInfo.InvariantCulture, $"{median.TotalMilliseconds:0} ms to the first 200 of GET /, median of 3");
    }

    private static IEnumerable<FileInfo> Files(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories);

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / MiB:0.0} MiB");

    private string Name(string path) => Path.GetRelativePath(repository, path);

    private void Tell(string what, string how) => output.WriteLine($"{what,-8}{how}");
}
