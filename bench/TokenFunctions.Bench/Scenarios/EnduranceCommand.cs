using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Endurance;
using TokenFunctions.Testing;

namespace TokenFunctions.Bench.Scenarios;

/// <summary><c>endurance</c>: 300 tokens that live 4 to 8 s, for a minute.</summary>
internal static class EnduranceCommand
{
    /// <summary>Runs it; 0 = all held, 1 = not.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        using var folder = new TempFolder();
        var log = new ScenarioLog(output);
        await log.RunAsync("endurance", async () =>
        {
            await using var run = await EnduranceRun.StartAsync(new AppSettings(folder.Path), 300);
            return await run.RunAsync(TimeSpan.FromMinutes(1));
        });
        await log.CloseAsync();
        return log.ExitCode;
    }
}
