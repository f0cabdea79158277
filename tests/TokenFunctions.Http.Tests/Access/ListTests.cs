using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.OpenApi;

namespace TokenFunctions.Http.Tests.Access;

/// <summary>Who may see nothing of a list gets it empty without a look at the store: how long that look takes would tell
/// what there is.</summary>
public sealed class ListTests : IAsyncLifetime
{
    private static readonly string[] Stores = ["realms", "secrets", "tokens", "quota"];

    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        Assert.Equal(201, (await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""")).Status);
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""")).Status);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/api/secret", "r", "*", Verb.Status)]
    [InlineData("/api/secret?realm=r", "other", "*", Verb.Admin)]
    [InlineData("/api/secret?realm=r&page=2&keyword=k", "*", "*", Verb.Read)]
    [InlineData("/api/status", "*", "*", Verb.Admin)]
    [InlineData("/api/status?realm=r", "q*", "k", Verb.Status)]
    [InlineData("/api/realm", "r", "*", Verb.Status)]
    [InlineData("/api/realm", "r", "k", Verb.Admin)]
    [InlineData("/api/status?order=trouble&realm=r", "q*", "k", Verb.Status, true)]
    [InlineData("/api/status?state=none&realm=r", "*", "*", Verb.Admin, true)]
    public async Task A_list_of_which_nothing_may_be_seen_costs_no_read(string path, string realm, string key, Verb verb, bool counted = false)
    {
        var caller = await AddAsync(realm, key, verb);
        var before = Reads();

        var reply = await GetAsync(caller, path);

        var counts = counted ? ",\"counts\":{\"none\":0,\"fresh\":0,\"due\":0,\"dead\":0,\"failing\":0,\"uncertain\":0,\"waiting\":0}" : "";
        Assert.Equal((200, $"{{\"data\":{{\"list\":[],\"total\":0{counts}}},\"success\":\"ok\"}}"), (reply.Status, reply.Body));
        Assert.Equal(before, Reads());
    }

    [Theory]
    [InlineData("/api/secret", "r", "k", Verb.Admin)]
    [InlineData("/api/secret?realm=r", "r*", "k", Verb.Admin)]
    [InlineData("/api/status", "r", "*", Verb.Status)]
    [InlineData("/api/status?realm=r", "*", "k", Verb.Status)]
    [InlineData("/api/realm", "r", "*", Verb.Admin)]
    public async Task A_list_of_which_something_may_be_seen_is_read(string path, string realm, string key, Verb verb)
    {
        var caller = await AddAsync(realm, key, verb);
        var before = Reads();

        Assert.Equal(1, Total(await GetAsync(caller, path)));
        Assert.True(Reads() > before);
        Assert.Equal(1, Total(await app.GetAsync(path)));
    }

    [Theory]
    [InlineData("/api/secret?page=0")]
    [InlineData("/api/status?realm=%2F")]
    [InlineData("/api/realm?order=id")]
    public async Task What_is_asked_wrongly_is_told_to_those_too(string path) =>
        Assert.Equal(400, (await GetAsync(await AddAsync("other", "k", Verb.Input), path)).Status);

    private static int Total(Reply reply) => reply.Json.GetProperty("data").GetProperty("total").GetInt32();

    private int Reads() => Stores.Sum(app.Parts.Tables.OperationsOf);

    private async Task<string> AddAsync(string realm, string key, Verb verb) => await app.Parts.Callers.AddAsync(
        new Caller("one") { Allow = [new CallerRule(NamePattern.Parse(realm)!, NamePattern.Parse(key)!, [verb])] });

    private async Task<Reply> GetAsync(string caller, string path)
    {
        using var http = new HttpClient(new ContractHandler(new SocketsHttpHandler())) { BaseAddress = app.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("x-api-key", caller);
        using var response = await http.GetAsync(path);
        return await Reply.ReadAsync(response);
    }
}
