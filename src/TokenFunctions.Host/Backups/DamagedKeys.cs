using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Host.Backups;

/// <summary>A file in the place of the sealing keys that is empty, or has a line that is no key: of no use to the
/// service.</summary>
internal sealed class DamagedKeys
{
    private readonly string path;

    private DamagedKeys(string path) => this.path = path;

    /// <summary>Where it is set aside, so that whoever knows how can still look for keys in it.</summary>
    public string Aside => $"{path}.damaged";

    /// <summary>Looks at a file; null = it is not there, or holds keys.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static DamagedKeys? Find(string path) =>
        File.Exists(path) && !HoldsKeys(File.ReadAllText(path)) ? new(path) : null;

    /// <summary>Why it stays, in words; null = it may be set aside.</summary>
    /// <param name="mayReplace">Whether what is in place may be replaced.</param>
    public string? Obstacle(bool mayReplace)
    {
        if (!mayReplace)
            return $"{path} holds no keys that can be read: move it away, then restore; or --replace sets it aside.";
        return File.Exists(Aside)
            ? $"{path} holds no keys that can be read, and {Aside} is there already: move one of them away."
            : null;
    }

    /// <summary>Renames it; only its owner may read it from then on.</summary>
    /// <exception cref="IOException">It cannot be renamed.</exception>
    public void SetAside()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(path, Aside, overwrite: false);
    }

    private static bool HoldsKeys(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').ToList();
        return lines.Count > 0 && lines.TrueForAll(line => SealingKey.TryParse(line, out _));
    }
}
