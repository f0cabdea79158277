using System.IO.Compression;

namespace TokenFunctions.Package.Zipping;

/// <summary>A zip whose entries have Unix modes, whatever system it is written on. The same files give the same
/// bytes.</summary>
internal static class UnixZip
{
    private const int RegularFile = 0x8000;
    private const int Readable = 0x1A4; // 0644
    private const int Runnable = 0x1ED; // 0755

    // The first moment that a zip can hold: no entry tells when it was built.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes all files of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The zip; one that is there is replaced.</param>
    /// <param name="program">The file that may be run, relative to the folder; null = none.</param>
    public static void Write(string folder, string file, string? program)
    {
        using (var stream = File.Create(file))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var name in Names(folder)) Add(zip, folder, name, name == program ? Runnable : Readable);
        }

        ZipDirectory.MarkAsUnix(file);
    }

    private static IEnumerable<string> Names(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
        .Order(StringComparer.Ordinal);

    private static void Add(ZipArchive zip, string folder, string name, int mode)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Moment;
        entry.ExternalAttributes = (RegularFile | mode) << 16;
        using var source = File.OpenRead(Path.Combine(folder, name));
        using var target = entry.Open();
        source.CopyTo(target);
    }
}
