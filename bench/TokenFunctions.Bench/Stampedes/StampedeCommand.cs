using TokenFunctions.Bench.HotPath;
using TokenFunctions.Bench.Pairs;

namespace TokenFunctions.Bench.Stampedes;

/// <summary><c>stampede</c>: a crowd that asks for a dead token at once.</summary>
internal static class StampedeCommand
{
    /// <summary>Measures and prints.</summary>
    /// <returns>0 = done; 1 = something grew in a long run; 2 = the arguments cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        if (HotPathOptions.Read(arguments) is not { } options || (arguments.Length > 0 && options.Leak is null)) return 2;
        if (options.Leak is { } time) return await DyingLoad.RunAsync(options.Publishes, new LeakRun("stampede", time, output));
        var report = new CrowdReport(output);
        await InProcess.RunAsync(report);
        await OverHttp.RunAsync(report);
        await report.CloseAsync();
        return 0;
    }
}
