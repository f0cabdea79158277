using TokenFunctions.Bench.Probe;

#pragma warning disable MA0047 // The runtime looks for this name, outside of all namespaces.

/// <summary>What the runtime calls before the program of a process that was started with
/// <c>DOTNET_STARTUP_HOOKS</c>.</summary>
internal static class StartupHook
{
    private const string Variable = "BENCH_PROBE";

    /// <summary>Listens on the socket of that name, and else does nothing.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path) ProbeSocket.Open(path);
    }
}
