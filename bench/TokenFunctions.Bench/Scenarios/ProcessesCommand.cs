using TokenFunctions.Processes;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Processes.Scenarios;
using TokenFunctions.Processes.Stores;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Bench.Scenarios;

/// <summary><c>processes [--long]</c>: all scenarios with several processes of the published app.</summary>
internal sealed class ProcessesCommand(ScenarioLog log, AzuriteServer azurite, bool isLong)
{
    private const int PerSecond = 500;

    private readonly TimeSpan outage = TimeSpan.FromSeconds(isLong ? 20 : 5);
    private readonly TimeSpan sickness = TimeSpan.FromSeconds(isLong ? 30 : 5);
    private readonly TimeSpan flood = TimeSpan.FromSeconds(isLong ? 30 : 5);

    /// <summary>Runs them; 0 = all held, 1 = one failed, 2 = not understood.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        if (arguments is not ([] or ["--long"])) return 2;
        var log = new ScenarioLog(output);
        var azurite = new AzuriteServer();
        try
        {
            await azurite.InitializeAsync();
            await new ProcessesCommand(log, azurite, arguments.Length > 0).RunAsync();
        }
        finally
        {
            await azurite.DisposeAsync();
        }

        await log.CloseAsync();
        return log.ExitCode;
    }

    private async Task RunAsync()
    {
        await OnSqliteAsync("crowd on SQLite", settings => Crowd.RunAsync(settings, 4, 4000));
        await OnAzuriteAsync("crowd on Azurite", settings => Crowd.RunAsync(settings, 8, 4000));
        await OnSqliteAsync("killed holder on SQLite", KilledHolder.RunAsync);
        await OnAzuriteAsync("killed holder on Azurite", KilledHolder.RunAsync);
        await OnSqliteAsync("frozen during the call, SQLite", FrozenHolder.AfterSendingAsync);
        await OnAzuriteAsync("frozen during the call, Azurite", FrozenHolder.AfterSendingAsync);
        await OnSqliteAsync("frozen before the call", settings => FrozenHolder.BeforeSendingAsync(settings, azurite));
        foreach (var kind in Enum.GetValues<OutageKind>())
            await OnSqliteAsync($"store {kind}", settings => OutageAsync(settings, kind));
        foreach (var mood in new[] { Mood.Failing, Mood.Hanging, Mood.Throttling })
            await OnSqliteAsync($"provider {mood}", settings => SickAsync(settings, mood));
        await OnSqliteAsync("flood of flushes", settings => ForceFlood.FlushAsync(settings, flood));
        await OnSqliteAsync("flood of reports", settings => ForceFlood.InvalidAsync(settings, flood));
    }

    private async Task<Figures> OutageAsync(AppSettings settings, OutageKind kind)
    {
        await using var run = await StoreOutage.StartAsync(settings);
        return await run.RunAsync(kind, outage, PerSecond);
    }

    private async Task<Figures> SickAsync(AppSettings settings, Mood mood) =>
        (await SickProvider.RunAsync(settings, [mood], sickness, PerSecond))[0];

    private async Task OnSqliteAsync(string name, Func<AppSettings, Task<Figures>> scenario)
    {
        using var folder = new TempFolder();
        await log.RunAsync(name, () => scenario(new AppSettings(folder.Path)));
    }

    private Task OnAzuriteAsync(string name, Func<AppSettings, Task<Figures>> scenario) => OnSqliteAsync(
        name, settings => scenario(settings.With(("TokenFunctions__Storage", azurite.ConnectionString))));
}
