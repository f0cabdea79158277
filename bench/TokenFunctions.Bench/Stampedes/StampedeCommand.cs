namespace TokenFunctions.Bench.Stampedes;

/// <summary><c>stampede</c>: a crowd that asks for a dead token at once.</summary>
internal static class StampedeCommand
{
    /// <summary>Measures and prints.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        var report = new CrowdReport(output);
        await InProcess.RunAsync(report);
        await OverHttp.RunAsync(report);
        await report.CloseAsync();
        return 0;
    }
}
