using TokenFunctions.Http.Audit;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Tests.Audit;

/// <summary>What the audit does on any store.</summary>
public abstract class AuditContract
{
    private static readonly DateTimeOffset Now = Samples.Noon;

    private AuditStore Store => field ??= new AuditStore(Open());

    [Fact]
    public async Task An_entry_is_read_back_as_it_was_written_and_its_end_takes_the_place_of_its_beginning()
    {
        var entry = new AuditEntry(Now.AddTicks(7), "deployer", new Deed("caller.save") { Realm = "r", Key = "k", Subject = "billing" })
        {
            From = "fe80::1%eth0",
            Mark = "ab12",
        };
        await Store.SaveAsync(entry, CancellationToken.None);
        Assert.Equal([entry with { Result = AuditEntry.Begun }], await AllAsync());

        await Store.SaveAsync(entry with { Result = "store_unavailable", Count = 3 }, CancellationToken.None);
        Assert.Equal([entry with { Result = "store_unavailable", Count = 3 }], await AllAsync());
    }

    [Fact]
    public async Task Entries_come_newest_first_over_all_days_within_the_time_that_is_asked_for()
    {
        DateTimeOffset[] times = [Now, Now.AddTicks(-1), Midnight(0), Now.AddDays(-1), Now.AddDays(-1).AddTicks(-1), Now.AddDays(-9)];
        foreach (var at in times.Reverse()) await SaveAsync(at, "a");

        Assert.Equal(times, (await AllAsync()).Select(e => e.At));
        var part = await ReadAllAsync(new AuditQuery(times[3], times[0]));
        Assert.Equal(times[1..4], part.Select(e => e.At));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(500)]
    public async Task Pages_hold_each_entry_once_also_those_of_one_instant(int size)
    {
        string[] marks = ["1", "10", "2", "2f", "f"];
        foreach (var at in new[] { Now, Now.AddDays(-1) })
            foreach (var mark in marks) await SaveAsync(at, mark);

        var read = await ReadAllAsync(Query() with { PageSize = size });

        Assert.Equal(marks.Concat(marks), read.Select(e => e.Mark));
    }

    [Fact]
    public async Task What_is_written_while_somebody_pages_neither_repeats_nor_hides_anything()
    {
        foreach (var minute in Enumerable.Range(0, 4)) await SaveAsync(Now.AddMinutes(-minute), "a");
        var query = Query() with { PageSize = 2 };
        var first = await new AuditReader(Store).ReadAsync(query, CancellationToken.None);
        await SaveAsync(Now.AddSeconds(1), "b");

        var second = await new AuditReader(Store).ReadAsync(query with { After = first.Next }, CancellationToken.None);

        Assert.Equal([0, -1, -2, -3], first.Entries.Concat(second.Entries).Select(e => (e.At - Now).TotalMinutes));
    }

    [Fact]
    public async Task Whole_days_are_removed_the_oldest_first_and_no_more_than_is_allowed()
    {
        DateTimeOffset[] times = [Now, Now.AddDays(-6), Midnight(-7), Midnight(-7).AddTicks(-1), Now.AddDays(-9), Now.AddDays(-30)];
        foreach (var at in times) await SaveAsync(at, "a");

        Assert.Equal(2, await Store.RemoveBeforeAsync(Now.AddDays(-7), 2, CancellationToken.None));
        Assert.Equal(times[..4], (await AllAsync()).Select(e => e.At));
        Assert.Equal(1, await Store.RemoveBeforeAsync(Now.AddDays(-7), 2, CancellationToken.None));
        Assert.Equal(0, await Store.RemoveBeforeAsync(Now.AddDays(-7), 2, CancellationToken.None));
        Assert.Equal(times[..3], (await AllAsync()).Select(e => e.At));
    }

    private protected abstract ITables Open();

    private static DateTimeOffset Midnight(int days) => new(Now.AddDays(days).Date, TimeSpan.Zero);

    private static AuditQuery Query() => new(Now.AddDays(-60), Now.AddMinutes(1));

    private Task SaveAsync(DateTimeOffset at, string mark) =>
        Store.SaveAsync(new AuditEntry(at, "w", new Deed("a.b")) { Mark = mark }, CancellationToken.None);

    private Task<List<AuditEntry>> AllAsync() => ReadAllAsync(Query());

    private async Task<List<AuditEntry>> ReadAllAsync(AuditQuery query)
    {
        var all = new List<AuditEntry>();
        do
        {
            var page = await new AuditReader(Store).ReadAsync(query, CancellationToken.None);
            Assert.True(page.Entries.Count <= query.PageSize);
            all.AddRange(page.Entries);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return all;
    }
}
