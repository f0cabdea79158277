using System.Text;

namespace TokenFunctions.Storage.Sealing;

/// <summary>Sealing keys in a file that only its owner may read, the first of them generated: for data that stays on
/// this machine. New ones are put on top by hand.</summary>
public static class SealingKeyFile
{
    /// <summary>The name it has where nobody chose one.</summary>
    public const string Name = "sealing.key";

    /// <summary>The most keys beside the active one.</summary>
    public const int MostOlder = 10;

    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The keys in the file, the active one first: a line for each, and lines that begin with <c>#</c> for
    /// people. The file is made when it is not there. Processes that start at once get the same key.</summary>
    /// <exception cref="SealingKeyFileException">The file does not hold keys, or cannot be read or made.</exception>
    public static IReadOnlyList<SealingKey> ReadOrMake(string path)
    {
        var keys = new List<SealingKey>();
        foreach (var (number, line) in TextOf(path).Split('\n', StringSplitOptions.TrimEntries).Index())
        {
            if (line.Length == 0 || line[0] == '#') continue;
            keys.Add(SealingKey.TryParse(line, out var key) ? key : throw Unreadable(path, number + 1));
        }

        if (keys.Count == 0) throw Unreadable(path, 1);
        if (keys.Count > MostOlder + 1)
            throw new SealingKeyFileException($"The file {path} holds more than {MostOlder} keys beside the active one;"
                + " seal everything again (POST /api/sealing/reseal) and take the oldest away");
        return KeyDoubles.Find(keys, hasActive: true, $"The file {path}") is { } doubles
            ? throw new SealingKeyFileException(doubles)
            : keys;
    }

    // What stands there is not told: it may be half of a key.
    private static SealingKeyFileException Unreadable(string path, int line) =>
        new($"Line {line} of the file {path} is not a sealing key (32 bytes in base64). Restore the file: without its"
            + " keys the stored values cannot be opened");

    private static string TextOf(string path)
    {
        try
        {
            if (!File.Exists(path)) Make(path);
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SealingKeyFileException($"The sealing key's file {path} can be neither read nor made"
                + $" ({e.Message}): give this program's user the right to, or set the key itself", e);
        }
    }

    private static void Make(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        MakeFolder(folder);
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        var text = Convert.ToBase64String(SealingKey.NewBytes()) + "\n";
        using (var file = new FileStream(draft, OwnerOnly())) file.Write(Encoding.ASCII.GetBytes(text));
        try
        {
            // The move refuses to replace: of several processes that start at once the first one's key stays.
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerFile | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerFile;
        return options;
    }
}
