using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Activities;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Http.Activities;
using TokenFunctions.Http.Audit;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Host.Tests.Composition;

/// <summary>The sweep removes what the audit need not keep any longer.</summary>
public sealed class AuditRetentionTests
{
    [Fact]
    public async Task A_sweep_removes_entries_that_are_older_than_is_set_and_ended_quotas_with_them()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build(Given.Read(("TokenFunctions__Storage", "memory"), ("TokenFunctions__AuditDays", "7")));
        var (audit, tables) = (app.Services.GetRequiredService<AuditStore>(), app.Services.GetRequiredService<ITables>());
        var now = app.Services.GetRequiredService<StoreClock>().Now;
        foreach (var days in new[] { 0, 6, 9, 400 })
            await audit.SaveAsync(new AuditEntry(now.AddDays(-days), "w", new Deed("a.b")) { Mark = "a" }, CancellationToken.None);
        await app.Services.GetRequiredService<QuotaStore>().TrySaveAsync(
            new QuotaRow("r", "60a") { EndsAt = now.AddDays(-1) }, CancellationToken.None);

        await app.Services.GetRequiredService<Sweep>().RunAsync(CancellationToken.None);

        Assert.Equal(2, await CountAsync(tables, AuditStore.TableName));
        Assert.Equal(0, await CountAsync(tables, "quota"));
    }

    // The pass over the tokens begins in the first sweep, and not again before RepairPauseMs.
    [Fact]
    public async Task Each_sweep_removes_them_not_only_the_one_that_begins_a_pass_over_the_tokens()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build(Given.Read(("TokenFunctions__Storage", "memory")));
        var (audit, tables) = (app.Services.GetRequiredService<AuditStore>(), app.Services.GetRequiredService<ITables>());
        var (sweep, now) = (app.Services.GetRequiredService<Sweep>(), app.Services.GetRequiredService<StoreClock>().Now);
        await sweep.RunAsync(CancellationToken.None);
        await audit.SaveAsync(new AuditEntry(now.AddDays(-400), "w", new Deed("a.b")) { Mark = "a" }, CancellationToken.None);

        await sweep.RunAsync(CancellationToken.None);

        Assert.Equal(0, await CountAsync(tables, AuditStore.TableName));
    }

    [Fact]
    public async Task A_sweep_removes_activity_of_more_than_two_days_ago()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build(Given.Read(("TokenFunctions__Storage", "memory")));
        var (activity, tables) = (app.Services.GetRequiredService<ActivityStore>(), app.Services.GetRequiredService<ITables>());
        var now = app.Services.GetRequiredService<StoreClock>().Now;
        foreach (var hours in new[] { 1, 47, 50, 500 })
            await activity.SaveAsync(new ActivitySum(ActivityCounts.StepOf(now.AddHours(-hours)), 1, 0, 1), "p", CancellationToken.None);

        await app.Services.GetRequiredService<Sweep>().RunAsync(CancellationToken.None);

        Assert.Equal(2, await CountAsync(tables, ActivityStore.TableName));
    }

    private static async Task<int> CountAsync(ITables tables, string name) =>
        (await tables.Open(name).QueryAsync(new RowQuery(), null, CancellationToken.None)).Rows.Count;
}
