using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Endurance;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Processes.Scenarios;
using TokenFunctions.Processes.Stores;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The short forms of the scenarios with several processes; <c>bench</c> has the long ones.</summary>
[Collection("apps")]
public sealed class ProcessTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>, IDisposable
{
    private readonly TempFolder folder = new();

    private AppSettings Settings => new(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Four_processes_with_4000_callers_of_a_dead_token_on_one_database_file_cause_one_call() =>
        Crowd.RunAsync(Settings, 4, 4000);

    [NodeFact]
    [Against("Azurite")]
    public Task Eight_processes_with_4000_callers_of_a_dead_token_on_one_Azurite_cause_one_call() =>
        Crowd.RunAsync(Settings.With(("TokenFunctions__Storage", azurite.ConnectionString)), 8, 4000);

    [Fact]
    public Task After_a_kill_of_the_holder_one_of_the_others_takes_over() => KilledHolder.RunAsync(Settings);

    [Fact]
    public Task A_holder_frozen_past_its_lease_is_fenced_off_and_its_call_makes_the_newer_token_suspect() =>
        FrozenHolder.AfterSendingAsync(Settings);

    [NodeFact]
    [Against("Azurite")]
    public Task A_holder_frozen_past_its_lease_before_its_call_sends_nothing() =>
        FrozenHolder.BeforeSendingAsync(Settings, azurite);

    [NodeFact]
    [Against("Azurite")]
    public async Task With_the_store_gone_living_tokens_are_served_and_the_provider_is_not_asked()
    {
        await using var outage = await StoreOutage.StartAsync(Settings);
        foreach (var kind in Enum.GetValues<OutageKind>()) await outage.RunAsync(kind, TimeSpan.FromSeconds(5), 100);
    }

    [Fact]
    public Task A_sick_provider_sees_only_the_attempts_of_the_back_off() =>
        SickProvider.RunAsync(Settings, [Mood.Failing, Mood.Hanging, Mood.Throttling], TimeSpan.FromSeconds(5), 500);

    [Fact]
    public Task A_flood_of_flushes_causes_a_call_an_interval() => ForceFlood.FlushAsync(Settings, TimeSpan.FromSeconds(3));

    [Fact]
    public Task A_flood_of_reports_causes_calls_at_a_doubling_interval() => ForceFlood.InvalidAsync(Settings, TimeSpan.FromSeconds(4));

    [Fact]
    public async Task Tokens_of_a_few_seconds_work_whenever_they_are_handed_out()
    {
        await using var run = await EnduranceRun.StartAsync(Settings, 50);
        await run.RunAsync(TimeSpan.FromSeconds(8));
    }
}
