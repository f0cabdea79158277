namespace TokenFunctions.Package.Native;

/// <summary>The oldest glibc that a native file runs with.</summary>
/// <param name="Version">Of glibc.</param>
/// <param name="File">The file that needs it.</param>
internal sealed record GlibcFloor(Version Version, string File)
{
    /// <summary>What the oldest image that Functions may start the app in has: Debian 11.</summary>
    public static readonly Version Most = new(2, 31);

    // Loaded only where the storage is SQLite, which needs a disk that stays: not on the Functions plans that the
    // package is made for.
    private const string Sqlite = "libe_sqlite3.so";

    private const string Prefix = "GLIBC_";

    /// <summary>Whether the file is needed wherever the app runs.</summary>
    public bool IsAlwaysNeeded => File != Sqlite;

    /// <summary>That of each file of a folder that needs glibc, the most demanding one first.</summary>
    public static IReadOnlyList<GlibcFloor> Of(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(ElfFile.IsOne)
            .Order(StringComparer.Ordinal)
            .Select(file => (file, most: Versions(new ElfFile(System.IO.File.ReadAllBytes(file))).Max()))
            .Where(found => found.most is not null)
            .Select(found => new GlibcFloor(found.most!, Path.GetFileName(found.file)))
            .OrderByDescending(floor => floor.Version),
    ];

    /// <inheritdoc/>
    public override string ToString() => $"{Version} ({File})";

    // Others, such as GLIBC_PRIVATE, are no releases.
    private static IEnumerable<Version> Versions(ElfFile elf) =>
        from name in elf.NeededVersions()
        where name.StartsWith(Prefix, StringComparison.Ordinal)
        let version = Version.TryParse(name.AsSpan(Prefix.Length), out var release) ? release : null
        where version is not null
        select version;
}
