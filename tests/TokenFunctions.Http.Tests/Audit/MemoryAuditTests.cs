using TokenFunctions.Http.Audit;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Tests.Audit;

public sealed class MemoryAuditTests : AuditContract
{
    private readonly MemoryTables tables = new();

    [Fact]
    public async Task One_request_looks_at_no_more_than_5000_entries_and_the_next_goes_on_there()
    {
        var store = new AuditStore(tables);
        foreach (var n in Enumerable.Range(0, 5001))
        {
            var deed = new Deed(n == 5000 ? "wanted" : "other");
            await store.SaveAsync(new AuditEntry(Samples.Noon.AddSeconds(-n), "w", deed) { Mark = "a" }, CancellationToken.None);
        }

        var query = new AuditQuery(Samples.Noon.AddDays(-1), Samples.Noon.AddMinutes(1)) { Action = "wanted" };
        var first = await new AuditReader(store).ReadAsync(query, CancellationToken.None);
        Assert.Empty(first.Entries);
        var second = await new AuditReader(store).ReadAsync(query with { After = first.Next }, CancellationToken.None);
        Assert.Equal(Samples.Noon.AddSeconds(-5000), Assert.Single(second.Entries).At);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task One_request_looks_at_no_more_than_100_days_and_the_next_goes_on_there()
    {
        var store = new AuditStore(tables);
        await store.SaveAsync(new AuditEntry(Samples.Noon.AddDays(-100), "w", new Deed("a")) { Mark = "a" }, CancellationToken.None);

        var query = new AuditQuery(Samples.Noon.AddDays(-3650), Samples.Noon);
        var first = await new AuditReader(store).ReadAsync(query, CancellationToken.None);
        Assert.Equal((0, "20270121"), (first.Entries.Count, first.Next?.ToString()));
        var second = await new AuditReader(store).ReadAsync(query with { After = first.Next }, CancellationToken.None);
        Assert.Single(second.Entries);
    }

    private protected override ITables Open() => tables;
}
