using System.Security.Cryptography;

namespace TokenFunctions.Client.Snapshots;

/// <summary>A file that is either the old one or the new one, whole, whoever reads it or is cut off while writing it.
/// Only its owner can read it.</summary>
/// <param name="path">Where it is.</param>
/// <param name="create">Opens a new file for writing; null = as the system does.</param>
internal sealed class SnapshotFile(string path, Func<string, FileStream>? create = null)
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;
    private const string Unfinished = ".unfinished";

    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 2 * SnapshotText.MaxBytes;

    /// <summary>Its full name.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>What is in it; null = there is none.</summary>
    /// <exception cref="IOException">It cannot be read, or is too large to be one.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public byte[]? Read()
    {
        if (!File.Exists(Path)) return null;
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > MaxBytes) throw new IOException($"It has more than {MaxBytes} bytes.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Puts these bytes in place of what was there.</summary>
    /// <exception cref="IOException">They cannot be written; what was there is there still.</exception>
    /// <exception cref="UnauthorizedAccessException">They must not be written there.</exception>
    public void Write(byte[] bytes)
    {
        CreateFolder();
        // Several processes may write at once, and in each container the first one has the same number.
        var fresh = $"{Path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}{Unfinished}";
        try
        {
            using (var file = create?.Invoke(fresh) ?? Create(fresh))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, Path, overwrite: true);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
    }

    /// <summary>Removes what processes left that were ended while they wrote.</summary>
    /// <param name="before">What was begun after this is being written, perhaps.</param>
    public void RemoveUnfinished(DateTimeOffset before)
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (!Directory.Exists(folder)) return;
        foreach (var left in Directory.EnumerateFiles(folder, $"{System.IO.Path.GetFileName(Path)}.*{Unfinished}"))
            if (File.GetLastWriteTimeUtc(left) < before.UtcDateTime) File.Delete(left);
    }

    private static FileStream Create(string fresh)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerFile;
        return new FileStream(fresh, options);
    }

    private void CreateFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerFolder);
    }
}
