using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Functions;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Hosting.Scheduling;
using TokenFunctions.Http.Audit;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Fronts;

/// <summary>A front has no sweep, and its audit is pruned all the same.</summary>
public sealed class AuditPruningTests
{
    private static readonly int[] Ages = [0, 6, 9, 400];

    [Fact]
    public async Task A_tick_of_the_timer_function_removes_old_entries_and_is_told_how_many()
    {
        await using var front = WebApplication.CreateSlimBuilder().Build(Given.Read(
            ("TokenFunctions__Storage", "memory"), ("TokenFunctions__AuditDays", "7"), ("TokenFunctions__Core__Url", "http://127.0.0.1:7099"),
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("TokenFunctions__AdminKey", "0123456789-0123456789")));
        var now = front.Services.GetRequiredService<StoreClock>().Now;
        await FillAsync(front.Services.GetRequiredService<AuditStore>(), now);

        using var answer = JsonDocument.Parse(TimerAnswer.Write(await front.Services.GetRequiredService<TimerTick>().RunAsync(CancellationToken.None)));

        Assert.Equal(2, answer.RootElement.GetProperty("ReturnValue").GetProperty("pruned").GetInt32());
        Assert.Equal("2 entries of the audit removed", answer.RootElement.GetProperty("Logs")[0].GetString());
        Assert.Equal(2, await CountAsync(front.Services.GetRequiredService<ITables>()));
    }

    [Fact]
    public async Task By_itself_a_front_prunes_at_an_interval_until_it_is_ended()
    {
        var (time, tables) = (new ManualTime(), new MemoryTables());
        var (store, start) = (new AuditStore(tables), time.GetUtcNow());
        var pruning = new AuditPruning(new AuditRetention(store, 7), new StoreClock(time), NullLogger<AuditPruning>.Instance);
        using var end = new CancellationTokenSource();
        var run = pruning.RunAsync(end.Token);
        for (var round = 0; round < 2; round++)
        {
            await FillAsync(store, start);
            time.Advance(TimeSpan.FromMinutes(1));
            await Eventually.HoldsAsync(async () => await CountAsync(tables) == 2, "The old ones are gone");
        }

        await end.CancelAsync();
        await run;
    }

    private static async Task FillAsync(AuditStore store, DateTimeOffset now)
    {
        foreach (var days in Ages)
            await store.SaveAsync(new AuditEntry(now.AddDays(-days), "w", new Deed("a.b")) { Mark = "a" }, CancellationToken.None);
    }

    private static async Task<int> CountAsync(ITables tables) =>
        (await tables.Open(AuditStore.TableName).QueryAsync(new RowQuery(), null, CancellationToken.None)).Rows.Count;
}
