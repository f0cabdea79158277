namespace TokenFunctions.Bench.Waiting;

/// <summary><c>waiting</c>: what it costs to wait for a renewal.</summary>
internal static class WaitingCommand
{
    /// <summary>Measures and prints.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        await InProcess.RunAsync(output);
        await OverHttp.RunAsync(output);
        return 0;
    }
}
