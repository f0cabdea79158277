using System.Diagnostics;

namespace TokenFunctions.Testing.Servers;

/// <summary>Signals to one process, by its id; not on Windows.</summary>
public static class ProcessSignal
{
    /// <summary>The process stands still, as a frozen instance does, and its sockets stay open.</summary>
    public static Task FreezeAsync(Process process) => SendAsync(process, "STOP");

    /// <summary>The process goes on.</summary>
    public static Task ContinueAsync(Process process) => SendAsync(process, "CONT");

    /// <summary>What Ctrl-C sends.</summary>
    public static Task InterruptAsync(Process process) => SendAsync(process, "INT");

    private static async Task SendAsync(Process process, string signal)
    {
        ArgumentNullException.ThrowIfNull(process);
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
