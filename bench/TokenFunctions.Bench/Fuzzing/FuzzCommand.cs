using TokenFunctions.Fuzzing.Running;
using TokenFunctions.Testing;

namespace TokenFunctions.Bench.Fuzzing;

/// <summary><c>fuzz</c>: mutated requests against a running app.</summary>
internal static class FuzzCommand
{
    /// <summary>Runs it; 0 = nothing was found.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        if (FuzzArguments.Read(arguments) is not { } options)
        {
            await output.WriteLineAsync("fuzz [--requests N] [--seed N] [--only K]");
            return 2;
        }

        if (options.Only is { } number) await output.WriteLineAsync(FuzzRun.Show(options, number));
        using var folder = new TempFolder();
        var report = await FuzzRun.RunAsync(options, folder.Path);
        await output.WriteLineAsync(report.ToString());
        return report.Findings.Count == 0 ? 0 : 1;
    }
}
