using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Audit;

public sealed class RefusalCountsTests : IDisposable
{
    private readonly ManualTime time = new(Samples.Noon);
    private readonly FlakyTables tables = new();
    private readonly LogCapture log = new();
    private readonly LoggerFactory loggers;
    private readonly Background background = new(TaskScheduler.Default, NullLogger<Background>.Instance);
    private readonly RefusalCounts counts;

    public RefusalCountsTests()
    {
        loggers = new LoggerFactory([log]);
        counts = Make();
    }

    public void Dispose()
    {
        counts.Dispose();
        loggers.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task Refusals_are_summed_by_source_code_and_minute()
    {
        Note("10.0.0.1", "unauthorized", 3);
        Note("10.0.0.1", "forbidden");
        Note("10.0.0.2", "unauthorized");
        Assert.Empty(await EntriesAsync());

        await PassAsync(RefusalCounts.Pause);

        Assert.Equal(
            ["10.0.0.1 forbidden 1 12:00", "10.0.0.1 unauthorized 3 12:00", "10.0.0.2 unauthorized 1 12:00"], await EntriesAsync());
    }

    [Fact]
    public async Task The_addresses_of_one_IPv6_network_are_one_source_so_that_they_hide_nobody_else()
    {
        foreach (var n in Enumerable.Range(1, 300)) Note($"2001:db8:1:2::{n}", "unauthorized");
        Note("10.0.0.1", "unauthorized");

        await PassAsync(RefusalCounts.Pause);

        Assert.Equal(["10.0.0.1 unauthorized 1 12:00", "2001:db8:1:2::/64 unauthorized 300 12:00"], await EntriesAsync());
    }

    [Fact]
    public async Task A_sum_that_grows_stays_one_row_and_each_minute_has_its_own()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Note("10.0.0.1", "unauthorized", 2);
            await PassAsync(RefusalCounts.Pause);
        }

        await PassAsync(TimeSpan.FromSeconds(20));
        Note("10.0.0.1", "unauthorized");
        await PassAsync(RefusalCounts.Pause);

        Assert.Equal(["10.0.0.1 unauthorized 1 12:01", "10.0.0.1 unauthorized 10 12:00"], (await EntriesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_process_has_its_own_row_and_says_who_was_refused_of_nobody()
    {
        using var other = Make();
        Note("10.0.0.1", "unauthorized");
        other.Note(From("10.0.0.1"), "unauthorized");
        await PassAsync(RefusalCounts.Pause);

        var rows = await tables.RowsAsync(AuditStore.TableName);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(("any requester", "access.refuse"), (row.Text("who"), row.Text("action"))));
    }

    [Fact]
    public async Task A_flood_of_sources_takes_251_rows_a_minute_and_no_refusal_is_lost()
    {
        foreach (var n in Enumerable.Range(0, 100_000))
            Note(new IPAddress(n % 20_000).ToString(), "unauthorized");
        await PassAsync(RefusalCounts.Pause);

        var rows = await tables.RowsAsync(AuditStore.TableName);
        Assert.Equal(RefusalMinute.MostPairs + 1, rows.Count);
        Assert.Equal(100_000, rows.Sum(row => row.Number("count")));
        Assert.Equal(100_000 - (RefusalMinute.MostPairs * 5), rows.Single(row => row.Text("from") == "others").Number("count"));
    }

    [Fact]
    public async Task What_the_store_does_not_take_is_written_when_it_is_back()
    {
        tables.Fault = new StoreUnavailableException("down");
        Note("10.0.0.1", "unauthorized");
        await PassAsync(RefusalCounts.Pause);
        await PassAsync(TimeSpan.FromMinutes(2));
        Note("10.0.0.1", "unauthorized");
        tables.Fault = null;
        await PassAsync(RefusalCounts.Pause);

        Assert.Equal(["10.0.0.1 unauthorized 1 12:00", "10.0.0.1 unauthorized 1 12:02"], (await EntriesAsync()).Order(StringComparer.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("could not be told to the audit yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_store_is_away_four_minutes_are_kept_and_what_is_given_up_is_told_to_the_log()
    {
        tables.Fault = new StoreUnavailableException("down");
        foreach (var _ in Enumerable.Range(0, 6))
        {
            Note("10.0.0.1", "unauthorized", 7);
            await PassAsync(TimeSpan.FromMinutes(1));
        }

        tables.Fault = null;
        await PassAsync(RefusalCounts.Pause);

        Assert.Equal(["12:02", "12:03", "12:04", "12:05"], (await EntriesAsync()).Select(e => e[^5..]).Order(StringComparer.Ordinal));
        Assert.Equal(2, log.Lines.Count(line => line.Contains("never told of 7 refused requests", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task At_the_stop_the_rest_is_written()
    {
        Note("10.0.0.1", "unauthorized");
        await counts.StopAsync(CancellationToken.None);

        Assert.Equal(["10.0.0.1 unauthorized 1 12:00"], await EntriesAsync());
    }

    [Fact]
    public async Task With_nothing_refused_nothing_is_written()
    {
        await PassAsync(TimeSpan.FromMinutes(10));
        await counts.StopAsync(CancellationToken.None);

        Assert.Empty(await EntriesAsync());
    }

    private RefusalCounts Make() =>
        new(new AuditStore(tables), new StoreClock(time), background, loggers.CreateLogger<RefusalCounts>());

    private static DefaultHttpContext From(string source)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(source);
        context.Features.Set(new RequestAccess(context, new SourceReader(new AccessRules())));
        return context;
    }

    private void Note(string source, string code, int times = 1)
    {
        var context = From(source);
        for (var n = 0; n < times; n++) counts.Note(context, code);
    }

    private async Task PassAsync(TimeSpan span)
    {
        time.Advance(span);
        await background.DrainAsync();
    }

    private async Task<IReadOnlyList<string>> EntriesAsync() =>
    [
        .. (await tables.RowsAsync(AuditStore.TableName))
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Text("from")} {row.Text("result")} {row.Number("count")} {row.Time("at"):HH:mm}"))
            .Order(StringComparer.Ordinal),
    ];
}
