using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Activities;
using TokenFunctions.Http.Activities;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Http.Tests.Activities;

/// <summary>How much was asked of providers, as it is shown.</summary>
public sealed class ActivityTests : IAsyncLifetime
{
    private const string Path = "/api/activity";
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("", 144)]
    [InlineData("?hours=1", 6)]
    [InlineData("?hours=48", 288)]
    public async Task Every_ten_minutes_of_the_time_have_an_entry_the_oldest_first(string query, int count)
    {
        app.Parts.Time.Advance(TimeSpan.FromMinutes(7));
        var data = (await app.GetAsync(Path + query)).Json.GetProperty("data");
        var from = data.GetProperty("list").EnumerateArray().Select(entry => entry.GetProperty("from").GetDateTimeOffset()).ToList();

        Assert.Equal((count, count), (from.Count, data.GetProperty("total").GetInt32()));
        Assert.Equal((Samples.Noon.AddMinutes(-10 * (count - 1)), Samples.Noon), (from[0], from[^1]));
        Assert.All(from.Zip(from.Skip(1)), pair => Assert.Equal(TimeSpan.FromMinutes(10), pair.Second - pair.First));
        Assert.Equal(
            """{"from":"2027-05-01T12:00:00Z","calls":0,"failed_calls":0,"renewals":0}""",
            data.GetProperty("list").EnumerateArray().Last().GetRawText());
    }

    [Fact]
    public async Task What_this_process_has_just_asked_is_in_it_and_counts_once_when_it_is_written()
    {
        var counts = app.Services.GetRequiredService<FlowMetrics>().Activity;
        counts.AddCall(Samples.Noon, isFailed: false);
        counts.AddCall(Samples.Noon, isFailed: true);
        counts.AddRenewal(Samples.Noon);
        Assert.Equal(["12:00 2 1 1"], await ShownAsync());

        await PassAsync(ActivityRecorder.Pause);

        Assert.Single(await app.Parts.Tables.RowsAsync(ActivityStore.TableName));
        Assert.Equal(["12:00 2 1 1"], await ShownAsync());
    }

    [Fact]
    public async Task What_other_processes_asked_is_added()
    {
        var store = app.Services.GetRequiredService<ActivityStore>();
        await store.SaveAsync(new ActivitySum(Samples.Noon, 5, 2, 3), "one", CancellationToken.None);
        await store.SaveAsync(new ActivitySum(Samples.Noon, 1, 0, 1), "two", CancellationToken.None);
        await store.SaveAsync(new ActivitySum(Samples.Noon.AddHours(-1), 7, 0, 7), "one", CancellationToken.None);
        await store.SaveAsync(new ActivitySum(Samples.Noon.AddHours(-30), 9, 0, 9), "one", CancellationToken.None);
        // Its clock is ahead.
        await store.SaveAsync(new ActivitySum(Samples.Noon.AddMinutes(10), 9, 0, 9), "two", CancellationToken.None);
        app.Services.GetRequiredService<FlowMetrics>().Activity.AddCall(Samples.Noon, isFailed: false);

        Assert.Equal(["11:00 7 0 7", "12:00 7 2 4"], await ShownAsync());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_told()
    {
        app.Parts.Tables.Fault = new StoreUnavailableException("down");
        Assert.Equal((503, "store_unavailable"), await app.GetAsync(Path) is var reply ? (reply.Status, reply.Code) : default);
    }

    [Fact]
    public async Task A_row_of_the_next_release_keeps_what_that_added_and_one_further_ahead_is_left_alone()
    {
        var (store, table) = (app.Services.GetRequiredService<ActivityStore>(), app.Parts.Tables.Open(ActivityStore.TableName));
        await store.SaveAsync(new ActivitySum(Samples.Noon, 1, 0, 1), "one", CancellationToken.None);
        await ChangeAsync(table, RowFormat.Own + 1);
        await store.SaveAsync(new ActivitySum(Samples.Noon, 2, 0, 2), "one", CancellationToken.None);
        var row = Assert.Single(await app.Parts.Tables.RowsAsync(ActivityStore.TableName));
        Assert.Equal(("kept", RowFormat.Own + 1, RowFormat.Own, 2L), (row.Text("next"), row.Number("v"), row.Number("written_as"), row.Number("calls")));

        await ChangeAsync(table, RowFormat.Own + 2);
        await Assert.ThrowsAsync<RowFormatException>(() => store.SaveAsync(new ActivitySum(Samples.Noon, 3, 0, 3), "one", CancellationToken.None));
        Assert.Equal(503, (await app.GetAsync(Path)).Status);
    }

    private static async Task ChangeAsync(ITable table, long format)
    {
        var row = (await table.QueryAsync(new RowQuery(), null, CancellationToken.None)).Rows.Single();
        await table.UpsertAsync(row.WithETag(null).Set("v", format).Set("next", "kept"), CancellationToken.None);
    }

    private async Task PassAsync(TimeSpan span)
    {
        app.Parts.Time.Advance(span);
        await app.Services.GetRequiredService<Background>().DrainAsync();
    }

    private async Task<IReadOnlyList<string>> ShownAsync() =>
    [
        .. from entry in (await app.GetAsync(Path)).Json.GetProperty("data").GetProperty("list").EnumerateArray()
           where entry.GetProperty("calls").GetInt64() > 0
           select string.Create(
               CultureInfo.InvariantCulture,
               $"{entry.GetProperty("from").GetDateTimeOffset():HH:mm} {entry.GetProperty("calls")} {entry.GetProperty("failed_calls")} {entry.GetProperty("renewals")}"),
    ];
}
