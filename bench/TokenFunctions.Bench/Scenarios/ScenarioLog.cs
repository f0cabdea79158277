using TokenFunctions.Processes;

namespace TokenFunctions.Bench.Scenarios;

/// <summary>Runs scenarios one after the other and prints their figures; one that fails does not stop the
/// others.</summary>
internal sealed class ScenarioLog(TextWriter output)
{
    private int failures;

    /// <summary>The exit code: 0 = all held, 1 = not.</summary>
    public int ExitCode => failures == 0 ? 0 : 1;

    /// <summary>Runs one with a single result.</summary>
    public Task RunAsync(string name, Func<Task<Figures>> scenario) =>
        RunAsync(name, async () => (IReadOnlyList<Figures>)[await scenario()]);

    /// <summary>Runs one with several results.</summary>
    public async Task RunAsync(string name, Func<Task<IReadOnlyList<Figures>>> scenario)
    {
        try
        {
            foreach (var figures in await scenario()) await output.WriteLineAsync($"ok      {figures}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failures++;
            await output.WriteLineAsync($"FAILED  {name}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Prints how many failed.</summary>
    public Task CloseAsync() => output.WriteLineAsync(failures == 0 ? "all held" : $"{failures} failed");
}
