using System.Diagnostics;

namespace TokenFunctions.Testing.Servers;

/// <summary>A lock that several test processes share: a file that one of them holds open.</summary>
internal static class CrossProcessLock
{
    public static async Task<IDisposable> TakeAsync(string path, TimeSpan bound)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(started) < bound)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
