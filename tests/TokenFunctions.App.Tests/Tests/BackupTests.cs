using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Loads;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>A backup of a process that writes, restored elsewhere after that process was killed.</summary>
[Collection("single apps")]
public sealed class BackupTests : IDisposable
{
    private const int Tokens = 12;
    private readonly TempFolder here = new();
    private readonly TempFolder there = new();

    public void Dispose()
    {
        here.Dispose();
        there.Dispose();
    }

    [Fact]
    public async Task A_backup_under_write_load_is_restored_elsewhere_with_every_token_and_secret()
    {
        await using var provider = await GatedProvider.StartAsync();
        var settings = new AppSettings(here.Path).ForLoad();
        var before = await BackUpAsync(settings, provider);
        var elsewhere = new AppSettings(there.Path).ForLoad();
        await RunAsync(elsewhere, "Restored ", "restore", here.File("backup"));
        await using var app = await AppProcess.StartAsync(elsewhere);

        foreach (var (key, generation) in before)
        {
            var calls = provider.Calls;
            var restored = await app.Api.TokenAsync("gated", key);
            Assert.Equal(("database", calls), (restored.Source, provider.Calls));
            Assert.True(restored.Generation >= generation, $"{key}: {restored.Generation} after {generation}");
            // The provider is asked with the secret, which must be opened for it.
            await Eventually.HoldsAsync(
                async () => (await app.Api.TokenAsync("gated", key, "&flush=true")) is { TokenText: not null } renewed && renewed.Generation > restored.Generation,
                "The token is renewed");
        }
    }

    [Fact]
    public async Task A_second_backup_into_the_same_folder_and_a_restore_over_data_are_refused()
    {
        await using var provider = await GatedProvider.StartAsync();
        var settings = new AppSettings(here.Path).ForLoad();
        await BackUpAsync(settings, provider);

        await RunAsync(settings, "name another folder", 1, "backup", here.File("backup"));
        await RunAsync(settings, "--replace", 1, "restore", here.File("backup"));
        await RunAsync(settings, "Restored ", "restore", here.File("backup"), "--replace");
        await RunAsync(settings, "There is no backup", 1, "restore", here.File("none"));
        await RunAsync(settings.With(("TokenFunctions__Storage", "memory")), "docs/upgrade.md", 1, "backup", here.File("other"));
    }

    private static Task RunAsync(AppSettings settings, string told, params string[] arguments) => RunAsync(settings, told, 0, arguments);

    private static async Task RunAsync(AppSettings settings, string told, int code, params string[] arguments)
    {
        await using var run = AppProcess.Launch(settings, arguments);
        await run.WaitForExitAsync();
        // What it printed comes a moment after its end.
        await Eventually.HoldsAsync(() => run.Output.Contains(told, StringComparison.Ordinal), $"It says '{told}': {run.Output}");
        Assert.Equal((code, false), (run.ExitCode, run.Output.Contains("Unhandled exception", StringComparison.Ordinal)));
    }

    // Gives the generations that were seen before the backup began. The process is killed after it.
    private async Task<IReadOnlyDictionary<string, long>> BackUpAsync(AppSettings settings, GatedProvider provider)
    {
        var before = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var app = await AppProcess.StartAsync(settings);
        for (var n = 0; n < Tokens; n++)
        {
            var config = RealmConfigs.Gated(provider.Address, "independent", timeoutMs: 10_000);
            await app.Api.SetUpAsync("gated", config, $"k{n}", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
            Assert.NotNull((await app.Api.TokenAsync("gated", $"k{n}")).TokenText);
        }

        var answers = await SteadyReaders.WhileAsync(4, call => app.Api.TokenAsync("gated", $"k{call % Tokens}", "&flush=true"), async () =>
        {
            for (var n = 0; n < Tokens; n++) before[$"k{n}"] = (await app.Api.TokenAsync("gated", $"k{n}")).Generation;
            await RunAsync(settings, "Wrote ", "backup", here.File("backup"));
        });
        await app.KillAsync();
        Evidence.Hide((await File.ReadAllTextAsync(here.File("backup/sealing.key"))).Trim());
        Assert.Contains(answers, answer => answer.HasToken);
        return before;
    }
}
