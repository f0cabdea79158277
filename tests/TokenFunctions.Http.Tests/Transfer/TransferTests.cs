using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Tests.Transfer;

/// <summary>Realms go from one deployment to another, and no value with them.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private const string Import = "/api/import";
    private const string Followed = "https://mine.vault.azure.net/secrets/crm";
    private const string Value = "value-marker-77";
    private TestApp here = null!;
    private TestApp there = null!;

    public async Task InitializeAsync()
    {
        (here, there) = (await TestApp.StartAsync(RealmCompiler.Compile), await TestApp.StartAsync(RealmCompiler.Compile));
        // The child's name comes first, so that only the order by uses can save the parent first.
        await SaveAsync("/api/realm", Realm("parent"), 201);
        await SaveAsync("/api/realm", Child("a-child"), 201);
        await SaveAsync("/api/realm", """{"id":"shop","preset":"wecom-app","config":{ "policy" : {"refresh_before_sec": 900} },"comment":"for the shop"}""", 201);
        await SaveAsync("/api/secret", $$"""{"realm":"parent","key":"k","fields":{"client_id":"{{Value}}","client_secret":"{{Value}}"},"key_1":"{{Value}}","keep_warm":true,"expires_at":"2030-01-31T12:00:00Z"}""", 200);
        await SaveAsync("/api/secret", $$"""{"realm":"parent","key":"v","vault_secret":"{{Followed}}"}""", 200);
        await SaveAsync("/api/caller", """{"id":"billing","comment":"c","allow":[{"realm":"par*","key":"*","verbs":["read","status"]}],"networks":["10.0.0.0/8"],"requests_per_second":5,"entra":{"role":"Reader"}}""", 201);
    }

    public async Task DisposeAsync()
    {
        await here.DisposeAsync();
        await there.DisposeAsync();
    }

    [Fact]
    public async Task An_export_holds_everything_but_values_and_keys()
    {
        var export = (await here.GetAsync("/api/export?callers=true")).Json;
        Assert.Equal((1, "TokenFunctions"), (export.GetProperty("format").GetInt32(), export.GetProperty("product").GetProperty("name").GetString()));
        Assert.Equal(["a-child", "parent", "shop"], export.GetProperty("realms").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(
            """{"realm":"parent","key":"k","fields":["client_id","client_secret","key_1"],"keep_warm":true,"expires_at":"2030-01-31T12:00:00Z","vault_secret":null}""",
            export.GetProperty("secrets")[0].GetRawText());
        Assert.Equal("""{ "policy" : {"refresh_before_sec": 900} }""", export.GetProperty("realms")[2].GetProperty("config").GetRawText());
        Assert.Equal(["id", "comment", "allow", "networks", "requests_per_second", "entra"], export.GetProperty("callers")[0].EnumerateObject().Select(m => m.Name));
        Assert.DoesNotContain(Value, export.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("hash", export.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.False((await here.GetAsync("/api/export")).Json.TryGetProperty("callers", out _));

        var one = (await here.GetAsync("/api/export?realm=shop")).Json;
        Assert.Equal((1, 0), (one.GetProperty("realms").GetArrayLength(), one.GetProperty("secrets").GetArrayLength()));
    }

    [Fact]
    public async Task What_was_imported_is_exported_alike_once_the_values_are_sent()
    {
        var export = await ExportAsync(here);
        var taken = await there.PostAsync(Import, export);
        Assert.Equal(200, taken.Status);
        Assert.Equal(
            ["parent created", "a-child created", "shop created", "parent/k needs_values client_id client_secret key_1", "parent/v created", "billing created"],
            Results(taken.Json));

        await there.PostAsync("/api/secret", $$"""{"realm":"parent","key":"k","fields":{"client_id":"x","client_secret":"y"},"key_1":"z","keep_warm":true,"expires_at":"2030-01-31T12:00:00Z"}""");
        Assert.Equal(Content(export).ToJsonString(), Content(await ExportAsync(there)).ToJsonString());
        Assert.Empty((await there.GetAsync("/api/caller/billing")).Json.GetProperty("keys").EnumerateArray());

        var before = await StoredAsync();
        var again = await there.PostAsync(Import, export);
        Assert.All(Results(again.Json), result => Assert.EndsWith(" unchanged", result, StringComparison.Ordinal));
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task A_dry_run_tells_all_of_it_and_writes_nothing()
    {
        var before = await StoredAsync();
        var told = await there.PostAsync($"{Import}?dry_run=true", await ExportAsync(here));
        Assert.True(told.Json.GetProperty("dry_run").GetBoolean());
        Assert.Equal(["parent created", "a-child created", "shop created", "parent/k needs_values client_id client_secret key_1", "parent/v created", "billing created"], Results(told.Json));
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task What_differs_is_replaced_only_when_that_is_said()
    {
        await there.PostAsync("/api/realm", """{"id":"parent","config":{"url":"https://old.example/","token_path":"t","expires_in_path":"e"}}""");
        var export = await ExportAsync(here);
        var refused = await there.PostAsync(Import, export);
        Assert.Equal((409, "import_conflict", "/realms/1"), (refused.Status, refused.Code, refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString()));
        Assert.Equal(404, (await there.GetAsync("/api/realm/shop")).Status);

        var taken = await there.PostAsync($"{Import}?replace=true", export);
        Assert.Equal("parent replaced", Results(taken.Json)[0]);
        Assert.Equal(Content(await ExportAsync(here))["realms"]!.ToJsonString(), Content(await ExportAsync(there))["realms"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"format":1,"realms":[{"id":"r","config":{"url":"https://a.example/"}},{"id":"/","config":{}}]}""", "/realms/0/config/token_path /realms/1/id")]
    [InlineData("""{"format":1,"realms":[1],"secrets":[{"realm":"none","key":"k","fields":["key_1"]}]}""", "/realms/0 /secrets/0/realm")]
    [InlineData("""{"format":1,"secrets":[{"realm":"r","key":"k","fields":["a","a"]},{"realm":"r","key":"k","vault_secret":"https://else.example/secrets/s"}]}""", "/secrets/0/fields /secrets/1/vault_secret")]
    [InlineData("""{"format":1,"secrets":[{"realm":"r","key":"k","key_1":"value"}]}""", "/secrets/0/key_1")]
    [InlineData("""{"format":1,"callers":[{"id":"c","allow":[{"realm":"*","key":"*","verbs":["all"]}]},{"id":"d","allow":[]},{"id":"d","allow":[]}]}""", "/callers/0/allow/0/verbs /callers/2/id")]
    [InlineData("""{"format":1,"callers":[{"id":"c","allow":[],"key":true}]}""", "/callers/0/key")]
    [InlineData("""{"format":1,"callers":[{"id":"c","allow":[],"entra":{"role":"Held"}},{"id":"d","allow":[],"entra":{"role":"R"}},{"id":"e","allow":[],"entra":{"role":"R"}}]}""", "/callers/0/entra /callers/2/entra")]
    [InlineData("""{"format":2,"realm":[]}""", "/realm")]
    public async Task Each_fault_is_told_with_its_place_and_nothing_is_written(string import, string places)
    {
        await there.Parts.Callers.SaveAsync(new Caller("holder") { EntraRole = "Held" }, _ => true, CancellationToken.None);
        var before = await StoredAsync();
        var reply = await there.PostAsync(Import, import);
        Assert.Equal((400, "invalid_import"), (reply.Status, reply.Code));
        var told = reply.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!).ToList();
        Assert.All(places.Split(' '), place => Assert.Contains(told, pointer => pointer.StartsWith(place, StringComparison.Ordinal)));
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task A_circle_of_the_import_is_found()
    {
        var reply = await there.PostAsync(Import, $$"""{"format":1,"realms":[{{Child("parent").Replace("\"realm\":\"parent\"", "\"realm\":\"a-child\"", StringComparison.Ordinal)}},{{Child("a-child")}}]}""");
        Assert.Equal("invalid_import", reply.Code);
        Assert.Contains("leads back", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_a_token_cannot_import_a_realm_that_sends_it_somewhere()
    {
        var admin = await there.Parts.Callers.AddAsync(new Caller("admin") { Allow = [new(NamePattern.All, NamePattern.All, [Verb.Admin])] });
        there.Http.DefaultRequestHeaders.Remove("x-api-key");
        there.Http.DefaultRequestHeaders.Add("x-api-key", admin);
        var reply = await there.PostAsync(Import, await ExportAsync(here));
        Assert.Equal((403, "forbidden"), (reply.Status, reply.Code));
        Assert.Equal(0, await there.Parts.Tables.CountAsync("realms"));
    }

    [Fact]
    public async Task A_store_that_fails_half_way_is_told_and_the_same_import_ends_it()
    {
        var export = await ExportAsync(here);
        var writes = 0;
        // A realm is three writes: that it begins, itself, that it has ended.
        there.Parts.Tables.BeforeWrite = () =>
        {
            if (++writes == 5) throw new StoreUnavailableException();
        };
        var broken = await there.PostAsync(Import, export);
        Assert.Equal((503, "import_incomplete"), (broken.Status, broken.Code));
        Assert.Equal(["parent created", "a-child failed store_unavailable", "shop left", "parent/k left client_id client_secret key_1", "parent/v left", "billing left"], Results(broken.Json.GetProperty("import")));

        there.Parts.Tables.BeforeWrite = null;
        var ended = await there.PostAsync(Import, export);
        Assert.Equal((200, "parent unchanged", "a-child created"), (ended.Status, Results(ended.Json)[0], Results(ended.Json)[1]));
    }

    [Fact]
    public async Task A_secret_that_another_one_saves_meanwhile_is_not_overwritten()
    {
        there.Parts.Tables.AfterGet = async () =>
        {
            if (await there.Parts.Tables.CountAsync("realms") < 3) return;
            there.Parts.Tables.AfterGet = null;
            await there.PostAsync("/api/secret", $$"""{"realm":"parent","key":"v","key_1":"{{Value}}"}""");
        };
        var broken = await there.PostAsync($"{Import}?replace=true", await ExportAsync(here));

        Assert.Equal((503, "import_incomplete"), (broken.Status, broken.Code));
        Assert.Contains("parent/v failed precondition_failed", Results(broken.Json.GetProperty("import")));
        Assert.Equal(JsonValueKind.Null, (await there.GetAsync("/api/secret/parent/v")).Json.GetProperty("vault_secret").ValueKind);
    }

    [Fact]
    public async Task A_thing_that_its_own_route_would_not_take_is_a_fault()
    {
        var large = Realm("large").Replace("{\"url\"", $"{{{new string(' ', BodyLimits.Standard.MaxBytes)}\"url\"", StringComparison.Ordinal);
        var reply = await there.PostAsync($"{Import}?dry_run=true", $$"""{"format":1,"realms":[{{Realm("r")}},{{large}}]}""");
        Assert.Equal((400, "invalid_import"), (reply.Status, reply.Code));
        Assert.Equal("/realms/1", Assert.Single(reply.Json.GetProperty("errors").EnumerateArray()).GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData(32, 200)]
    [InlineData(33, 400)]
    [InlineData(5000, 400)]
    public async Task Realms_that_use_each_other_in_a_row_are_taken_up_to_a_bound(int uses, int status)
    {
        var chain = Enumerable.Range(0, uses)
            .Select(n => Child($"r{n}").Replace("\"realm\":\"parent\"", $"\"realm\":\"r{n + 1}\"", StringComparison.Ordinal))
            .Append(Realm($"r{uses}"));
        var reply = await there.PostAsync(Import, $$"""{"format":1,"realms":[{{string.Join(',', chain)}}]}""");
        Assert.Equal(status, reply.Status);
        Assert.Equal(status != 200, reply.Body.Contains("leads through more than 32 realms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_of_many_realms_is_taken_beyond_the_length_of_other_bodies()
    {
        var realms = Enumerable.Range(0, 300).Select(i => Realm($"r{i}", new string('c', 1500)));
        var reply = await there.PostAsync(Import, $$"""{"format":1,"realms":[{{string.Join(',', realms)}}]}""");
        Assert.Equal((200, 300), (reply.Status, Results(reply.Json).Count(result => result.EndsWith("created", StringComparison.Ordinal))));
    }

    private static string Realm(string id, string comment = "c") =>
        $$"""{"id":"{{id}}","config":{"url":"https://a.example/","token_path":"t","expires_in_path":"e"},"comment":"{{comment}}"}""";

    private static string Child(string id) =>
        $$$"""{"id":"{{{id}}}","config":{"url":"https://b.example/","token_path":"t","expires_in_path":"e","uses":[{"as":"p","realm":"parent","key":"k"}],"arguments":[{"name":"a","place":"url","value":"${uses.p}"}]}}""";

    private static async Task<string> ExportAsync(TestApp app) => (await app.GetAsync("/api/export?callers=true")).Body;

    private static JsonNode Content(string export)
    {
        var content = JsonNode.Parse(export)!;
        content.AsObject().Remove("exported_at");
        return content;
    }

    private static List<string> Results(JsonElement report) => new[] { "realms", "secrets", "callers" }
        .SelectMany(kind => report.GetProperty(kind).EnumerateArray())
        .Select(item => string.Join(' ', Words(item))).ToList();

    private static IEnumerable<string> Words(JsonElement item)
    {
        yield return item.TryGetProperty("id", out var id) ? id.GetString()! : $"{item.GetProperty("realm")}/{item.GetProperty("key")}";
        yield return item.GetProperty("result").GetString()!;
        if (item.TryGetProperty("code", out var code)) yield return code.GetString()!;
        if (!item.TryGetProperty("fields", out var fields)) yield break;
        foreach (var field in fields.EnumerateArray()) yield return field.GetString()!;
    }

    private async Task SaveAsync(string path, string body, int status)
    {
        var reply = await here.PostAsync(path, body);
        Assert.True(reply.Status == status, reply.Body);
    }

    private async Task<string[]> StoredAsync() =>
        [.. (await Task.WhenAll(new[] { "realms", "secrets", "callers", "vault", "audit" }.Select(there.Parts.Tables.ListAsync))).SelectMany(rows => rows)];
}
