using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Activities;
using TokenFunctions.Http.Activities;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Activities;

/// <summary>What a process asked of providers is written down behind everything else, and costs nobody anything.</summary>
public sealed class ActivityJournalTests : IDisposable
{
    private readonly ManualTime time = new(Samples.Noon);
    private readonly FlakyTables tables = new();
    private readonly LogCapture log = new();
    private readonly LoggerFactory loggers;
    private readonly Background background = new(TaskScheduler.Default, NullLogger<Background>.Instance);
    private readonly FlowMetrics metrics;
    private readonly ActivityJournal journal;
    private readonly ActivityRecorder recorder;

    public ActivityJournalTests()
    {
        (loggers, metrics) = (new LoggerFactory([log]), new FlowMetrics(time));
        journal = Journal(metrics);
        recorder = new ActivityRecorder(journal, new StoreClock(time), background);
    }

    public void Dispose()
    {
        recorder.Dispose();
        journal.Dispose();
        metrics.Dispose();
        loggers.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task It_is_written_once_a_minute_in_one_row_for_ten_minutes()
    {
        await recorder.StartAsync(CancellationToken.None);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Call(4);
            var before = tables.OperationsOf(ActivityStore.TableName);
            await PassAsync(TimeSpan.FromSeconds(59));
            Assert.Equal(before, tables.OperationsOf(ActivityStore.TableName));
            await PassAsync(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["12:00 12 0 0"], await RowsAsync());
        await PassAsync(TimeSpan.FromMinutes(7));
        Call(1);
        metrics.Activity.AddRenewal(time.GetUtcNow());
        await PassAsync(ActivityRecorder.Pause);
        Assert.Equal(["12:00 12 0 0", "12:10 1 0 1"], await RowsAsync());
    }

    [Fact]
    public async Task With_nothing_asked_the_store_is_not_asked_either()
    {
        await recorder.StartAsync(CancellationToken.None);
        Call(1);
        await PassAsync(ActivityRecorder.Pause);
        var before = tables.OperationsOf(ActivityStore.TableName);
        await PassAsync(TimeSpan.FromMinutes(30));
        await recorder.StoppedAsync(CancellationToken.None);

        Assert.Equal(before, tables.OperationsOf(ActivityStore.TableName));
    }

    [Fact]
    public async Task Each_process_has_its_own_rows()
    {
        using var metricsOfOther = new FlowMetrics(time);
        using var other = Journal(metricsOfOther);
        Call(2);
        metricsOfOther.Activity.AddCall(time.GetUtcNow(), isFailed: true);
        await journal.WriteAsync(CancellationToken.None);
        await other.WriteAsync(CancellationToken.None);

        Assert.Equal(["12:00 1 1 0", "12:00 2 0 0"], await RowsAsync());
    }

    [Fact]
    public async Task What_the_store_does_not_take_is_written_when_it_is_back_and_told_once()
    {
        await recorder.StartAsync(CancellationToken.None);
        tables.Fault = new StoreUnavailableException("down");
        foreach (var _ in Enumerable.Range(0, 25))
        {
            Call(1);
            await PassAsync(ActivityRecorder.Pause);
        }

        Assert.Single(log.Lines, line => line.Contains("Figures of activity could not be written", StringComparison.Ordinal));
        tables.Fault = null;
        await PassAsync(ActivityRecorder.Pause);

        Assert.Equal(["12:00 10 0 0", "12:10 10 0 0", "12:20 5 0 0"], await RowsAsync());
    }

    [Fact]
    public async Task What_is_of_no_use_any_more_is_not_kept_for_ever()
    {
        tables.Fault = new StoreUnavailableException("down");
        foreach (var _ in Enumerable.Range(0, 400))
        {
            Call(1);
            await PassAsync(ActivityCounts.Step);
        }

        tables.Fault = null;
        await journal.WriteAsync(CancellationToken.None);

        // That of the present ten minutes, in which nothing was asked, is none.
        Assert.Equal(288, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task At_the_stop_the_rest_is_written_what_came_while_all_else_stopped_too()
    {
        await recorder.StartAsync(CancellationToken.None);
        Call(1);
        await recorder.StopAsync(CancellationToken.None);
        Call(1);
        await PassAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await RowsAsync());

        await recorder.StoppedAsync(CancellationToken.None);

        Assert.Equal(["12:00 2 0 0"], await RowsAsync());
    }

    [Fact]
    public async Task A_stop_that_may_not_wait_any_longer_does_not_wait()
    {
        Call(1);
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        await recorder.StoppedAsync(over.Token);

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task After_two_days_rows_are_removed_whoever_wrote_them()
    {
        var store = new ActivityStore(tables);
        foreach (var hours in new[] { 0, 47, 48, 49, 500 })
            await store.SaveAsync(new ActivitySum(Samples.Noon.AddHours(-hours), hours, 0, 0), "another", CancellationToken.None);

        await journal.PruneAsync(CancellationToken.None);
        Assert.Equal(["12:00 0 0 0", "12:00 48 0 0", "13:00 47 0 0"], await RowsAsync());

        // However often, and whatever else works meanwhile, it is told once; and again once it had worked.
        foreach (var works in new[] { false, false, true, false })
        {
            tables.Fault = works ? null : new StoreUnavailableException("down");
            await journal.PruneAsync(CancellationToken.None);
            tables.Fault = null;
            Call(1);
            await journal.WriteAsync(CancellationToken.None);
        }

        Assert.Equal(2, log.Lines.Count(line => line.Contains("Figures of activity could not be removed", StringComparison.Ordinal)));
    }

    private ActivityJournal Journal(FlowMetrics figures) =>
        new(figures, new ActivityStore(tables), new StoreClock(time), loggers.CreateLogger<ActivityJournal>());

    private void Call(int times)
    {
        for (var n = 0; n < times; n++) metrics.Activity.AddCall(time.GetUtcNow(), isFailed: false);
    }

    private async Task PassAsync(TimeSpan span)
    {
        time.Advance(span);
        await background.DrainAsync();
    }

    private async Task<IReadOnlyList<string>> RowsAsync() =>
    [
        .. (await tables.RowsAsync(ActivityStore.TableName))
            .Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Time("from"):HH:mm} {row.Number("calls")} {row.Number("failed_calls")} {row.Number("renewals")}"))
            .Order(StringComparer.Ordinal),
    ];
}
