using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Access.Keys;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Access;

/// <summary>A key that was served a moment ago is served no longer than another.</summary>
public sealed class KnownKeyTests : IAsyncLifetime
{
    private static readonly TimeSpan Age = new AccessTimes().CallerAge;
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task One_that_this_process_removes_is_refused_at_once()
    {
        var key = await AddAsync();
        var id = (await app.Parts.Callers.FindAsync("shop", default))!.Keys[0].Id;
        await app.DeleteAsync($"/api/caller/shop/key/{id}");
        Assert.Equal((401, "unauthorized"), await AskAsync(key));
    }

    [Fact]
    public async Task One_whose_caller_is_removed_is_refused_at_once()
    {
        var key = await AddAsync();
        await app.DeleteAsync("/api/caller/shop");
        Assert.Equal((401, "unauthorized"), await AskAsync(key));
    }

    [Fact]
    public async Task One_that_another_process_removes_is_refused_when_the_row_is_too_old()
    {
        var key = await AddAsync();
        await app.Parts.Callers.ChangeKeysAsync("shop", _ => [], default);
        app.Parts.Time.Advance(Age - TimeSpan.FromMilliseconds(1));
        Assert.Equal((200, null), await AskAsync(key));
        app.Parts.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((401, "unauthorized"), await AskAsync(key));
    }

    [Fact]
    public async Task Its_end_is_looked_at_each_time()
    {
        var key = await AddAsync(Samples.Noon.AddSeconds(10));
        app.Parts.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((401, "expired_key"), await AskAsync(key));
        Assert.NotNull(app.Services.GetRequiredService<VerifiedKeys>().Find(key));
    }

    [Fact]
    public async Task Rules_and_networks_that_this_process_changes_hold_at_once()
    {
        var key = await AddAsync();
        await app.PostAsync("/api/caller", """{"id":"shop","allow":[{"realm":"r","key":"other","verbs":["read"]}]}""");
        Assert.Equal((403, "forbidden"), await AskAsync(key));
        await app.PostAsync("/api/caller", """{"id":"shop","allow":[{"realm":"r","key":"k","verbs":["read"]}],"networks":["192.0.2.0/24"]}""");
        Assert.Equal((403, "wrong_network"), await AskAsync(key));
        await app.PostAsync("/api/caller", """{"id":"shop","allow":[{"realm":"r","key":"k","verbs":["read"]}],"networks":["127.0.0.0/8"]}""");
        Assert.Equal((200, null), await AskAsync(key));
    }

    [Fact]
    public async Task While_the_store_is_down_it_is_served_and_a_wrong_one_is_not()
    {
        var key = await AddAsync();
        app.Parts.Tables.Fault = new StoreUnavailableException();
        app.Parts.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((200, null), await AskAsync(key));
        Assert.Equal((200, null), await AskAsync(key));
        Assert.Equal((401, "damaged_key"), await AskAsync(CallerSetUp.Damage(key)));
    }

    [Fact]
    public async Task It_reads_the_store_no_more_and_its_use_is_noted_every_ten_minutes()
    {
        var key = await AddAsync();
        var reads = app.Parts.Tables.OperationsOf(CallerStore.TableName);
        for (var n = 0; n < 50; n++) Assert.Equal((200, null), await AskAsync(key));
        Assert.InRange(app.Parts.Tables.OperationsOf(CallerStore.TableName) - reads, 0, 1);

        app.Parts.Time.Advance(TimeSpan.FromMinutes(10));
        await AskAsync(key);
        await app.Services.GetRequiredService<Background>().DrainAsync();
        var uses = await app.Services.GetRequiredService<KeyUseStore>().ReadAsync("shop", default);
        Assert.Equal(Samples.Noon.AddMinutes(10), Assert.Single(uses).Value);
    }

    [Fact]
    public async Task With_an_admin_key_that_begins_as_callers_keys_do_both_are_served()
    {
        await using var other = await TestApp.StartAsync(new AccessRules { AdminKey = new SecretText("tfk_admin-0123456789") });
        var key = await other.Parts.Callers.AddAsync(new Caller("shop"));
        foreach (var (sent, status) in (IEnumerable<(string, int)>)[("tfk_admin-0123456789", 200), (key, 200), ("tfk_admin-012345678", 401), ("admin-0123456789", 401)])
            Assert.Equal(status, (await RawHttp.SendAsync(other.Port, RawHttp.Head("GET /api/version HTTP/1.1", $"Authorization: bearer  {sent} "))).Status);
    }

    // A caller that was served just now.
    private async Task<string> AddAsync(DateTimeOffset? expiresAt = null)
    {
        app.Parts.Front.Answer = request => TokenResult.Of(Samples.Token(request.Key));
        var rule = new CallerRule(NamePattern.Parse("r")!, NamePattern.All, [Verb.Read]);
        var key = await app.Parts.Callers.AddAsync(new Caller("shop") { Allow = [rule] }, expiresAt);
        Assert.Equal((200, null), await AskAsync(key));
        Assert.NotNull(app.Services.GetRequiredService<VerifiedKeys>().Find(key));
        return key;
    }

    private async Task<(int, string?)> AskAsync(string key)
    {
        var reply = await RawHttp.SendAsync(app.Port, RawHttp.Head("GET /api/cache/token?realm=r&key=k HTTP/1.1", $"x-api-key: {key}"));
        return (reply.Status, reply.Status == (int)HttpStatusCode.OK ? null : reply.Code);
    }
}
