using System.Text;
using TokenFunctions.Host.Settings;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Host.Composition;

/// <summary>A generated sealing key in a file that only its owner may read: for data that
/// stays on this machine.</summary>
internal static class KeyFile
{
    public const string Name = "sealing.key";

    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key in the file; the file is made when it is not there. Processes that start at once get the same
    /// key.</summary>
    /// <exception cref="SettingsException">The file does not hold a key, or cannot be read or made.</exception>
    public static SealingKey ReadOrMake(string path) => SealingKey.TryParse(TextOf(path), out var key)
        ? key
        : throw new SettingsException([$"The file {path} does not hold a sealing key (32 bytes in base64)."
            + " Restore it: without it the stored values cannot be opened"]);

    private static string TextOf(string path)
    {
        try
        {
            if (!File.Exists(path)) Make(path);
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"The sealing key's file {path} can be neither read nor made"
                + $" ({e.Message}): give this program's user the right to, or set TokenFunctions__SealingKey"]);
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
