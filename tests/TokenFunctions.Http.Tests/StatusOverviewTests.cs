using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.OpenApi;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

/// <summary>The list of statuses, by how the tokens stand.</summary>
public sealed class StatusOverviewTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        foreach (var realm in new[] { "a", "b" })
        {
            await app.PostAsync("/api/realm", $$"""{"id":"{{realm}}","config":{"url":"u"} }""");
            foreach (var key in new[] { "none", "fresh", "due", "dead", "failing", "waiting" }) await PlantAsync(realm, key);
        }
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Trouble_comes_first_and_all_are_counted()
    {
        var (keys, total, counts) = await ReadAsync("?order=trouble&pageSize=9");
        Assert.Equal(["a/failing", "b/failing", "a/waiting", "b/waiting", "a/dead", "b/dead", "a/due", "b/due", "a/none"], keys);
        Assert.Equal((12, """{"none":2,"fresh":2,"due":2,"dead":2,"failing":2,"uncertain":0,"waiting":2}"""), (total, counts));
        Assert.Equal(["b/none", "a/fresh", "b/fresh"], (await ReadAsync("?order=trouble&pageSize=9&page=2")).Keys);
    }

    [Fact]
    public async Task States_choose_and_the_counts_are_of_all_the_same()
    {
        var (keys, total, counts) = await ReadAsync("?state=waiting,due&realm=b");
        Assert.Equal(["b/due", "b/waiting"], keys);
        Assert.Equal((2, """{"none":1,"fresh":1,"due":1,"dead":1,"failing":1,"uncertain":0,"waiting":1}"""), (total, counts));

        (keys, total, counts) = await ReadAsync("?state=fresh%2Cfailing&order=trouble&keyword=F");
        Assert.Equal(["a/failing", "b/failing", "a/fresh", "b/fresh"], keys);
        Assert.Equal((4, """{"none":0,"fresh":2,"due":0,"dead":0,"failing":2,"uncertain":0,"waiting":0}"""), (total, counts));

        Assert.Equal(0, (await ReadAsync("?state=uncertain")).Total);
    }

    [Fact]
    public async Task Without_order_and_state_nothing_is_counted()
    {
        var data = (await app.GetAsync("/api/status?keyword=due")).Json.GetProperty("data");
        Assert.False(data.TryGetProperty("counts", out _));
        var status = data.GetProperty("list")[0];
        Assert.Equal("due", status.GetProperty("state").GetString());
        Assert.Equal(Samples.Noon.AddHours(1).AddMinutes(-1), status.GetProperty("dead_at").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("b", "*", "?order=trouble", 6)]
    [InlineData("*", "dead", "?order=trouble", 2)]
    [InlineData("a", "d*", "?state=dead,due,none", 2)]
    [InlineData("a", "*", "?order=trouble&realm=b", 0)]
    [InlineData("c", "*", "?order=trouble", 0)]
    public async Task A_caller_sees_and_counts_only_what_its_rules_let_it_see(string realm, string key, string query, int seen)
    {
        var rule = new CallerRule(NamePattern.Parse(realm)!, NamePattern.Parse(key)!, [Verb.Status]);
        var caller = await app.Parts.Callers.AddAsync(new Caller("one") { Allow = [rule] });
        using var http = new HttpClient(new ContractHandler(new SocketsHttpHandler())) { BaseAddress = app.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("x-api-key", caller);

        using var response = await http.GetAsync("/api/status" + query);

        var data = (await Reply.ReadAsync(response)).Json.GetProperty("data");
        Assert.Equal((seen, seen), (data.GetProperty("total").GetInt32(), data.GetProperty("list").GetArrayLength()));
        Assert.Equal(seen, data.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32()));
    }

    private async Task PlantAsync(string realm, string key)
    {
        await app.PostAsync("/api/secret", $$"""{"realm":"{{realm}}","key":"{{key}}","key_1":"v"}""");
        if (key == "none") return;
        var secret = (await app.GetAsync($"/api/secret/{realm}/{key}")).Json.GetProperty("version").GetInt64();
        var version = (await app.GetAsync($"/api/realm/{realm}")).Json.GetProperty("version").GetInt64();
        var kind = key switch
        {
            "failing" => FailureKind.BadCredentials,
            "waiting" => FailureKind.WaitingForInput,
            _ => (FailureKind?)null,
        };
        var state = new TokenState(new TokenKey(realm, key))
        {
            SealedValue = [1],
            IssuedAt = Samples.Noon,
            ExpiresAt = Samples.Noon.AddHours(key == "dead" ? 0 : 1),
            DueAt = Samples.Noon.AddHours(key == "due" ? 0 : 1),
            RealmVersion = version,
            SecretVersion = secret,
            IdentityVersion = secret,
            Failure = kind is { } failed ? new TokenFailure(failed, "Why.") : null,
            FailureRealmVersion = version,
            FailureSecretVersion = secret,
        };
        Assert.NotNull(await app.Parts.Tokens.TrySaveAsync(state, CancellationToken.None));
    }

    private async Task<(IEnumerable<string> Keys, int Total, string Counts)> ReadAsync(string query)
    {
        var data = (await app.GetAsync("/api/status" + query)).Json.GetProperty("data");
        var keys = data.GetProperty("list").EnumerateArray()
            .Select(status => $"{status.GetProperty("realm").GetString()}/{status.GetProperty("key").GetString()}");
        return ([.. keys], data.GetProperty("total").GetInt32(), data.GetProperty("counts").GetRawText());
    }
}
