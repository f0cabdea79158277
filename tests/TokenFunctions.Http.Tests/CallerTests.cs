using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests;

public sealed class CallerTests : IAsyncLifetime
{
    private const string Entra = """{"app_id":"11111111-2222-3333-4444-555555555555","role":"Tokens.Read"}""";
    private const string Rest =
        """
        "comment":"mine","allow":[{"realm":"we*","key":"*","verbs":["read","flush"]}],"networks":["10.0.0.0/8","2001:db8::/32"],"requests_per_second":50,"entra":
        """ + Entra;

    private TestApp app = null!;

    private CallerCatalog Catalog => app.Services.GetRequiredService<CallerCatalog>();

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_caller_is_answered_with_all_about_it_and_its_key_once()
    {
        var made = await app.PostAsync("/api/caller", $$"""{"id":"billing","expires_at":"2027-06-01T14:00:00+02:00",{{Rest}}}""");
        var (version, key) = (made.Json.GetProperty("version").GetInt64(), made.Text("api_key")!);
        var keyId = made.Json.GetProperty("keys")[0].GetProperty("id").GetString();
        var shown = $$"""
            {"id":"billing",{{Rest}},"keys":[{"id":"{{keyId}}","created_at":"2027-05-01T12:00:00Z","expires_at":"2027-06-01T12:00:00Z","last_used_at":null}],"version":{{version}},"created_at":"2027-05-01T12:00:00Z","updated_at":"2027-05-01T12:00:00Z"
            """;
        Assert.Equal((201, $"{shown},\"api_key\":\"{key}\"}}"), (made.Status, made.Body));
        Assert.Equal(("no-store", $"\"{version}\""), (made.Header("Cache-Control"), made.Header("ETag")));
        Assert.Equal(ApiKeyForm.Whole, ApiKey.Parse(key, out var parsed));
        Assert.Equal("billing", parsed!.CallerId);

        var read = await app.GetAsync("/api/caller/billing");
        Assert.Equal((200, shown + "}", made.Header("ETag")), (read.Status, read.Body, read.Header("ETag")));
        var stored = (await app.Parts.Callers.FindAsync("billing", default))!.Keys[0];
        Assert.True(parsed.Is(stored));
        await AssertNowhereAsync(key, parsed);
    }

    [Fact]
    public async Task The_least_caller_has_a_key_and_may_nothing()
    {
        var made = await app.PostAsync("/api/caller", """{"id":"a","allow":[]}""");
        Assert.Equal(201, made.Status);
        Assert.StartsWith("tfk_a_", made.Text("api_key"));
        Assert.Contains("\"networks\":[],\"requests_per_second\":null,\"entra\":null,", made.Body);
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back()
    {
        await MakeAsync("a", Rest);
        var read = (await app.GetAsync("/api/caller/a")).Json;
        string[] sent = ["id", "comment", "allow", "networks", "requests_per_second", "entra"];
        var again = await app.PostAsync("/api/caller", $"{{{string.Join(',', sent.Select(m => $"\"{m}\":{read.GetProperty(m).GetRawText()}"))}}}");
        Assert.Equal(200, again.Status);
        Assert.All([.. sent, "keys"], m => Assert.Equal(read.GetProperty(m).GetRawText(), again.Json.GetProperty(m).GetRawText()));

        await MakeAsync("least", "\"allow\":[]");
        Assert.Equal(200, (await app.PostAsync(
            "/api/caller", """{"id":"least","comment":null,"allow":[],"networks":[],"requests_per_second":null,"entra":null,"expires_at":null}""")).Status);
    }

    [Fact]
    public async Task A_replacement_leaves_the_keys_alone_and_shows_none()
    {
        var made = await MakeAsync("a", Rest);
        var replaced = await app.PostAsync("/api/caller", """{"id":"a","allow":[],"key":false}""");
        Assert.Equal((200, null), (replaced.Status, replaced.Text("api_key")));
        Assert.Equal(Keys(made), Keys(replaced));
        Assert.True(replaced.Json.GetProperty("version").GetInt64() > made.Json.GetProperty("version").GetInt64());
        Assert.Equal(JsonValueKind.Null, replaced.Json.GetProperty("comment").ValueKind);
    }

    [Fact]
    public async Task A_caller_can_be_without_a_key()
    {
        var made = await app.PostAsync("/api/caller", $$"""{"id":"a","allow":[],"key":false,"entra":{{Entra}}}""");
        Assert.Equal((201, null, 0), (made.Status, made.Text("api_key"), Keys(made).Count));
    }

    [Fact]
    public async Task If_Match_lets_only_the_version_that_was_read_be_replaced_and_removed()
    {
        var tag = (await MakeAsync("a", "\"allow\":[]")).Header("ETag")!;
        var next = await SaveAsync("If-Match", tag);
        Assert.Equal(200, next.Status);
        Assert.Equal((412, "precondition_failed"), ((await SaveAsync("If-Match", tag)).Status, (await SaveAsync("If-Match", tag)).Code));
        Assert.Equal(412, (await SaveAsync("If-None-Match", "*")).Status);
        Assert.Equal(412, (await RemoveAsync("a", tag)).Status);
        Assert.Equal(204, (await RemoveAsync("a", next.Header("ETag")!)).Status);
        Assert.Equal(404, (await app.GetAsync("/api/caller/a")).Status);
        Assert.Equal(412, (await RemoveAsync("a", "*")).Status);
        Assert.Equal(201, (await SaveAsync("If-None-Match", "*")).Status);
    }

    [Fact]
    public async Task A_second_key_comes_and_the_first_goes()
    {
        var first = await MakeAsync("a", "\"allow\":[]");
        var added = await app.PostAsync("/api/caller/a/key", """{"expires_at":"2027-05-02T12:00:00Z"}""");
        Assert.Equal((201, "a", "2027-05-02T12:00:00Z"), (added.Status, added.Text("caller"), added.Text("expires_at")));
        Assert.Equal(ApiKeyForm.Whole, ApiKey.Parse(added.Text("api_key"), out var second));
        Assert.Equal([Keys(first)[0], added.Text("id")!], Keys(await app.GetAsync("/api/caller/a")));

        var refused = await app.PostAsync("/api/caller/a/key", "{}");
        Assert.Equal((409, "too_many_keys"), (refused.Status, refused.Code));

        Assert.Equal(204, (await app.DeleteAsync($"/api/caller/a/key/{Keys(first)[0]}")).Status);
        Assert.Equal("unknown_caller_key", (await app.DeleteAsync($"/api/caller/a/key/{Keys(first)[0]}")).Code);
        Assert.True(second!.Is((await Catalog.FindAsync("a", default))!.Keys.Single()));
        await AssertNowhereAsync(second.Reveal(), second);
    }

    [Fact]
    public async Task Keys_that_have_ended_make_room_and_are_dropped()
    {
        await MakeAsync("a", "\"allow\":[],\"expires_at\":\"2027-05-01T13:00:00Z\"");
        var second = await app.PostAsync("/api/caller/a/key", "");
        Assert.Equal(409, (await app.PostAsync("/api/caller/a/key", "")).Status);
        app.Parts.Time.Advance(TimeSpan.FromHours(1));
        var third = await app.PostAsync("/api/caller/a/key", "");
        Assert.Equal([second.Text("id")!, third.Text("id")!], Keys(await app.GetAsync("/api/caller/a")));
    }

    [Fact]
    public async Task Every_change_is_seen_at_once_by_the_instance_that_made_it()
    {
        Assert.Null(await Catalog.FindAsync("a", default));
        var made = await MakeAsync("a", "\"allow\":[]");
        Assert.Empty((await Catalog.FindAsync("a", default))!.Allow);
        await app.PostAsync("/api/caller", $$"""{"id":"a",{{Rest}}}""");
        Assert.Single((await Catalog.FindAsync("a", default))!.Allow);
        Assert.NotNull(await Catalog.FindByRoleAsync("Tokens.Read", default));
        await app.PostAsync("/api/caller/a/key", "");
        Assert.Equal(2, (await Catalog.FindAsync("a", default))!.Keys.Count);
        await app.DeleteAsync($"/api/caller/a/key/{Keys(made)[0]}");
        Assert.Single((await Catalog.FindAsync("a", default))!.Keys);
        await app.DeleteAsync("/api/caller/a");
        Assert.Null(await Catalog.FindAsync("a", default));
        Assert.Null(await Catalog.FindByRoleAsync("Tokens.Read", default));
    }

    [Fact]
    public async Task The_last_use_of_a_key_is_shown_and_goes_with_it()
    {
        var keyId = Keys(await MakeAsync("a", "\"allow\":[]"))[0];
        await MakeAsync("b", "\"allow\":[]");
        await new KeyUseStore(app.Parts.Tables).MarkAsync("a", keyId, Samples.Noon.AddMinutes(-5), default);
        Assert.Equal("2027-05-01T11:55:00Z", LastUse((await app.GetAsync("/api/caller/a")).Json));
        var list = (await app.GetAsync("/api/caller")).Json.GetProperty("data").GetProperty("list");
        Assert.Equal(("2027-05-01T11:55:00Z", null), (LastUse(list[0]), LastUse(list[1])));

        await app.DeleteAsync($"/api/caller/a/key/{keyId}");
        await Eventually.HoldsAsync(
            async () => (await new KeyUseStore(app.Parts.Tables).ReadAsync(null, default)).Count == 0, "The row of the last use is gone");
    }

    [Fact]
    public async Task Nothing_is_left_of_a_caller_that_was_removed()
    {
        var made = await MakeAsync("a", Rest);
        await new KeyUseStore(app.Parts.Tables).MarkAsync("a", Keys(made)[0], Samples.Noon, default);
        var removed = await app.DeleteAsync("/api/caller/a");
        Assert.Equal((204, ""), (removed.Status, removed.Body));
        await Eventually.HoldsAsync(async () => await app.Parts.Tables.CountAsync(CallerStore.TableName) == 0, "All rows are gone");
        Assert.Equal("unknown_caller", (await app.DeleteAsync("/api/caller/a")).Code);
    }

    [Fact]
    public async Task An_Entra_application_is_one_caller_only()
    {
        await MakeAsync("a", Rest);
        var refused = await app.PostAsync("/api/caller", $$"""{"id":"b","allow":[],"entra":{{Entra}}}""");
        Assert.Equal((409, "entra_taken", "entra"), (refused.Status, refused.Code, refused.Field));
        Assert.Contains("'a'", refused.Text("detail"));
        Assert.Equal(404, (await app.GetAsync("/api/caller/b")).Status);
    }

    [Fact]
    public async Task Lists_come_in_pages_and_by_keyword()
    {
        for (var n = 10; n < 35; n++) await MakeAsync($"Caller{n}", "\"allow\":[]");
        Assert.Equal((20, 25, "Caller10"), await PageAsync(""));
        Assert.Equal((5, 25, "Caller30"), await PageAsync("?page=2"));
        Assert.Equal((5, 5, "Caller30"), await PageAsync("?keyword=ER3&pageSize=500"));
        Assert.DoesNotContain("api_key", (await app.GetAsync("/api/caller")).Body);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit()
    {
        var made = await MakeAsync("a", "\"allow\":[]");
        await app.PostAsync("/api/caller", """{"id":"a","allow":[],"key":true}""");
        await app.PostAsync("/api/caller/a/key", "");
        await app.DeleteAsync($"/api/caller/a/key/{Keys(made)[0]}");
        await app.DeleteAsync("/api/caller/a/key/nothing");
        await app.DeleteAsync("/api/caller/a");
        await app.PostAsync("/api/caller", """{"id":"wrong"}""");
        string[] expected =
        [
            "caller.key.add a done", "caller.key.remove a done", "caller.key.remove a unknown_caller_key",
            "caller.remove a done", "caller.save a caller_exists", "caller.save a done",
        ];
        Assert.Equal(expected, (await AuditAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_the_store_down_nothing_is_changed_and_the_answer_says_so()
    {
        app.Parts.Tables.Fault = new StoreUnavailableException();
        var refused = await app.PostAsync("/api/caller", """{"id":"a","allow":[]}""");
        Assert.Equal((503, "store_unavailable"), (refused.Status, refused.Code));
        Assert.DoesNotContain("tfk_", refused.All);
        app.Parts.Tables.Fault = null;
        Assert.Equal(0, await app.Parts.Tables.CountAsync(CallerStore.TableName));
    }

    private static List<string> Keys(Reply reply) =>
        [.. reply.Json.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("id").GetString()!)];

    private static string? LastUse(JsonElement caller) => caller.GetProperty("keys")[0].GetProperty("last_used_at").GetString();

    private async Task<Reply> MakeAsync(string id, string rest)
    {
        var made = await app.PostAsync("/api/caller", $$"""{"id":"{{id}}",{{rest}}}""");
        Assert.True(made.Status == 201, made.Body);
        return made;
    }

    private async Task<(int Count, int Total, string? First)> PageAsync(string query)
    {
        var data = (await app.GetAsync("/api/caller" + query)).Json.GetProperty("data");
        var list = data.GetProperty("list");
        return (list.GetArrayLength(), data.GetProperty("total").GetInt32(), list[0].GetProperty("id").GetString());
    }

    private async Task<Reply> SaveAsync(string header, string tag)
    {
        var request = TestApp.Json(HttpMethod.Post, "/api/caller", """{"id":"a","allow":[]}""");
        request.Headers.Add(header, tag);
        return await app.SendAsync(request);
    }

    private async Task<Reply> RemoveAsync(string id, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/caller/{id}");
        request.Headers.Add("If-Match", tag);
        return await app.SendAsync(request);
    }

    private async Task<List<string>> AuditAsync()
    {
        var rows = app.Parts.Tables.Open("audit").ReadAllAsync(new RowQuery(), default);
        return await rows.Select(r => $"{r.Text("action")} {r.Text("subject")} {r.Text("result")}").ToListAsync();
    }

    // Neither key nor hash is in a list, a row's text, or a log.
    private async Task AssertNowhereAsync(string key, ApiKey parsed)
    {
        var hash = Convert.ToBase64String(parsed.Hash);
        var list = (await app.GetAsync("/api/caller")).All;
        Assert.DoesNotContain(key[^49..], list);
        Assert.DoesNotContain(hash, list);
        await foreach (var row in app.Parts.Tables.Open(CallerStore.TableName).ReadAllAsync(new RowQuery(), default))
            Assert.DoesNotContain(row.Cells.Values, cell => $"{cell}".Contains(key[^49..], StringComparison.Ordinal));
        Assert.DoesNotContain(app.Parts.Log.Lines, line => line.Contains(key[^49..], StringComparison.Ordinal));
    }
}
