using System.Globalization;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Tests.Audit;

public sealed class AuditEndpointTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task An_empty_audit_is_an_empty_list() => Assert.Equal(
        """{"data":{"list":[],"next":null},"success":"ok"}""", (await app.GetAsync("/api/audit")).Body);

    [Fact]
    public async Task An_entry_is_shown_with_every_member()
    {
        await SaveAsync(0, new Deed("caller.save") { Subject = "billing" });
        await SaveAsync(-60, new Deed("secret.save") { Realm = "r", Key = "k" }, who: "deployer");

        Assert.Equal(
            """
            {"data":{"list":[{"at":"2027-05-01T12:00:00Z","who":"admin key","from":"10.0.0.7","action":"caller.save","realm":null,"key":null,"subject":"billing","result":"done","count":1},{"at":"2027-05-01T11:59:00Z","who":"deployer","from":"10.0.0.7","action":"secret.save","realm":"r","key":"k","subject":null,"result":"done","count":1}],"next":null},"success":"ok"}
            """,
            (await app.GetAsync("/api/audit")).Body);
    }

    [Fact]
    public async Task Without_a_time_the_last_24_hours_are_shown_and_every_entry_by_its_time()
    {
        const int Day = 86_400;
        foreach (var second in new[] { 30, 0, -Day, -Day - 1, -2 * Day, -90 * Day }) await SaveAsync(second, new Deed("a.b"));

        Assert.Equal([30, 0, -Day], await SecondsAsync(""));
        Assert.Equal([-Day - 1, -2 * Day], await SecondsAsync("?to=2027-04-30T12:00:00Z"));
        Assert.Equal([30, 0, -Day, -Day - 1], await SecondsAsync("?from=2027-04-30T11:59:59Z"));
        Assert.Equal([-Day], await SecondsAsync("?from=2027-04-30T14:00:00%2B02:00&to=2027-05-01T12:00:00Z"));
        Assert.Equal([30, 0, -Day, -Day - 1, -2 * Day, -90 * Day], await SecondsAsync("?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z"));
        Assert.Empty(await SecondsAsync("?from=2027-06-01T00:00:00Z"));
    }

    [Theory]
    [InlineData("?to=0001-01-01T12:00:00Z")]
    [InlineData("?after=00010101")]
    [InlineData("?from=0001-01-01T00:00:00Z&to=0001-01-02T00:00:00Z")]
    public async Task Times_before_all_that_can_be_kept_find_nothing(string query) => Assert.Empty(await SecondsAsync(query));

    [Theory]
    [InlineData("who=deployer", 2)]
    [InlineData("action=secret.save", 2)]
    [InlineData("realm=r", 3)]
    [InlineData("key=k", 1)]
    [InlineData("result=begun", 1)]
    [InlineData("realm=r&who=deployer", 1)]
    [InlineData("realm=R", 0)]
    [InlineData("action=secret", 0)]
    [InlineData("who=", 0)]
    public async Task Filters_let_through_what_is_equal(string filter, int count)
    {
        await SaveAsync(-1, new Deed("secret.save") { Realm = "r", Key = "k" });
        await SaveAsync(-2, new Deed("secret.save") { Realm = "r", Key = "other" }, who: "deployer");
        await SaveAsync(-3, new Deed("realm.save") { Realm = "r" }, result: AuditEntry.Begun);
        await SaveAsync(-4, new Deed("realm.save") { Realm = "s" }, who: "deployer");

        Assert.Equal(count, (await SecondsAsync($"?{filter}")).Count);
    }

    [Fact]
    public async Task Page_after_page_shows_each_entry_once()
    {
        foreach (var second in Enumerable.Range(-24, 25)) await SaveAsync(second, new Deed(second % 2 == 0 ? "even" : "odd"));

        Assert.Equal(20, (await SecondsAsync("")).Count);
        var (all, next, pages) = (new List<int>(), "", 0);
        do
        {
            var reply = await app.GetAsync($"/api/audit?pageSize=4&action=even{next}");
            all.AddRange(Seconds(reply));
            next = reply.Json.GetProperty("data").GetProperty("next").GetString() is { } mark ? $"&after={mark}" : null;
            pages++;
        }
        while (next is not null);

        Assert.Equal(Enumerable.Range(0, 13).Select(n => -2 * n), all);
        Assert.Equal(4, pages);
    }

    [Fact]
    public async Task With_the_store_away_the_answer_says_so()
    {
        app.Parts.Tables.Fault = new StoreUnavailableException("down");
        var reply = await app.GetAsync("/api/audit");

        Assert.Equal((503, "store_unavailable"), (reply.Status, reply.Code));
    }

    private static List<int> Seconds(Reply reply) =>
    [
        .. reply.Json.GetProperty("data").GetProperty("list").EnumerateArray()
            .Select(entry => (int)(entry.GetProperty("at").GetDateTimeOffset() - Samples.Noon).TotalSeconds),
    ];

    private async Task<List<int>> SecondsAsync(string query)
    {
        var all = new List<int>();
        var path = $"/api/audit{query}";
        while (true)
        {
            var reply = await app.GetAsync(path);
            Assert.Equal(200, reply.Status);
            all.AddRange(Seconds(reply));
            var next = reply.Json.GetProperty("data").GetProperty("next").GetString();
            if (next is null || all.Count >= 20) return all;
            path = $"/api/audit{query}&after={next}";
        }
    }

    private Task SaveAsync(int second, Deed deed, string who = "admin key", string result = AuditEntry.Done)
    {
        var mark = Math.Abs(second).ToString(CultureInfo.InvariantCulture);
        var entry = new AuditEntry(Samples.Noon.AddSeconds(second), who, deed) { From = "10.0.0.7", Result = result, Mark = mark };
        return new AuditStore(app.Parts.Tables).SaveAsync(entry, CancellationToken.None);
    }
}
