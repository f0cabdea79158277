using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TokenFunctions.Testing.Servers;

/// <summary>Asks a process to end, so that it can save what it holds; Windows has no such signal.</summary>
internal static partial class PoliteEnd
{
    // Azurite saves on SIGINT and on no other signal.
    private const int Interrupt = 2;

    public static void Ask(Process process)
    {
        if (OperatingSystem.IsWindows()) process.Kill(entireProcessTree: true);
        else _ = Kill(process.Id, Interrupt);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
