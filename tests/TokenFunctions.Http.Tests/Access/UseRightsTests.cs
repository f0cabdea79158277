using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.OpenApi;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Presets;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Tests.Access;

/// <summary>Whoever says where a token is sent must be allowed to read it.</summary>
public sealed class UseRightsTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(RealmCompiler.Compile);
        var parent = await app.PostAsync("/api/realm", """{"id":"parent","config":{"url":"https://a.example/t","token_path":"t","expires_in_path":"e"}}""");
        Assert.True(parent.Status == 201, parent.Body);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("main", 403)]
    [InlineData("main", 403, "parent/other")]
    [InlineData("main", 403, "elsewhere/*")]
    [InlineData("main", 201, "parent/main")]
    [InlineData("main", 201, "parent/*")]
    [InlineData("$which", 403, "parent/main")]
    [InlineData("m-${which}", 403, "parent/m-*")]
    [InlineData("$which", 201, "parent/*")]
    public async Task A_realm_that_uses_a_token_is_written_by_those_who_may_read_it(string key, int status, params string[] reads)
    {
        var author = await AddAsync("child/*", reads);
        var saved = await SendAsync(author, "/api/realm", Child(key));
        Assert.Equal(status, saved.Status);
        if (status == 403) Assert.Equal("forbidden", saved.Code);
        // The provider is nobody: what is let on ends with that, and gets a 200.
        var tried = await SendAsync(author, "/api/realm-test", $$"""{"realm":{{Child(key)}},"secret":{"fields":{"which":"main"} } }""");
        Assert.Equal(status == 403, tried.Status == 403);
        Assert.Equal(0, app.Parts.Provider.Calls);
    }

    [Theory]
    [InlineData("$which", "victim", 403)]
    [InlineData("$which", "mine", 200)]
    [InlineData("m-${which}", "1", 403)]
    [InlineData("mine", "example.org", 200)]
    // A secret can be a part of the address, so whoever writes it says where a fixed token goes too.
    [InlineData("main", "attacker.example", 403)]
    public async Task A_secret_that_says_which_token_is_used_or_where_it_goes_is_stored_by_those_who_may_read_it(string key, string which, int status)
    {
        Assert.Equal(201, (await app.PostAsync("/api/realm", Child(key))).Status);
        var keeper = await AddAsync("child/k", ["parent/mine"]);
        Assert.Equal(status, (await SendAsync(keeper, "/api/secret", $$"""{"realm":"child","key":"k","fields":{"which":"{{which}}"} }""")).Status);

        var tester = await AddAsync("child/*", ["parent/mine"]);
        var tried = await SendAsync(tester, "/api/realm/child/test", $$"""{"secret":{"fields":{"which":"{{which}}"} } }""");
        Assert.Equal(status == 403, tried.Status == 403);
        Assert.Equal(200, (await app.PostAsync("/api/secret", $$"""{"realm":"child","key":"k","fields":{"which":"{{which}}"} }""")).Status);
    }

    [Theory]
    [InlineData("main", 403)]
    [InlineData("main", 403, "parent/other")]
    [InlineData("main", 200, "parent/main")]
    [InlineData("$which", 403)]
    [InlineData("$which", 403, "parent/main")]
    [InlineData("$which", 200, "parent/*")]
    public async Task An_input_that_can_say_where_a_used_token_goes_is_set_by_those_who_may_read_it(string key, int status, params string[] reads)
    {
        Assert.Equal(201, (await app.PostAsync("/api/realm", Child(key, "host"))).Status);
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"child","key":"k","fields":{"which":"main"}}""")).Status);
        var pusher = await AddAsync("child/*", reads, Verb.Input);
        var pushed = await SendAsync(pusher, "/api/input/child/k", """{"host":"attacker.example"}""");
        Assert.Equal(status, pushed.Status);
        Assert.Equal(status == 200 ? 1 : 0, await app.Parts.Tables.CountAsync("inputs"));
        if (status == 403) Assert.Equal("forbidden", pushed.Code);

        var tester = await AddAsync("child/*", reads);
        var tried = await SendAsync(tester, "/api/realm/child/test", """{"key":"k","inputs":{"host":"attacker.example"}}""");
        Assert.Equal(status == 403, tried.Status == 403);
        // With a secret of the sender's own the key is known, and that one is asked about.
        var own = await SendAsync(tester, "/api/realm/child/test", """{"secret":{"fields":{"which":"main"} },"inputs":{"host":"attacker.example"} }""");
        Assert.Equal(!reads.Any(read => read is "parent/main" or "parent/*"), own.Status == 403);
        Assert.Equal(0, app.Parts.Provider.Calls);
    }

    [Fact]
    public async Task A_trial_without_inputs_and_a_push_to_a_realm_that_uses_none_ask_for_no_such_right()
    {
        Assert.Equal(201, (await app.PostAsync("/api/realm", Child("$which", "host"))).Status);
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"child","key":"k","fields":{"which":"main"}}""")).Status);
        var tester = await AddAsync("child/*", []);
        Assert.Equal("waiting_for_input", (await SendAsync(tester, "/api/realm/child/test", """{"key":"k"}""")).Code);

        const string Suite = """{"id":"suite","config":{"url":"https://s.example/t","token_path":"t","expires_in_path":"e","inputs":[{"name":"ticket"}],"arguments":[{"name":"t","place":"url","value":"${inputs.ticket}"}]}}""";
        Assert.Equal(201, (await app.PostAsync("/api/realm", Suite)).Status);
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"suite","key":"k","key_1":"x"}""")).Status);
        var pusher = await AddAsync("suite/k", [], Verb.Input);
        Assert.Equal(200, (await SendAsync(pusher, "/api/input/suite/k", """{"ticket":"T"}""")).Status);
    }

    [Theory]
    [InlineData(409, "parent/*")]
    [InlineData(200, "*/*")]
    public async Task A_secret_of_a_realm_that_this_version_cannot_read_is_stored_by_those_who_may_read_every_token(int status, params string[] reads)
    {
        var strange = new RealmDefinition("child", """{"url":"https://b.example/${uses.p}","uses":[{"as":"p","realm":"parent","key":"main"}],"of_a_later_version":true}""");
        Assert.NotNull(await app.Services.GetRequiredService<RealmStore>().SaveAsync(strange, _ => true, CancellationToken.None));
        var keeper = await AddAsync("child/*", reads);

        var reply = await SendAsync(keeper, "/api/secret", """{"realm":"child","key":"k","key_1":"x"}""");

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? 1 : 0, await app.Parts.Tables.CountAsync("secrets"));
        if (status != 200) Assert.Equal(("realm_unreadable", "realm", true), (reply.Code, reply.Field, reply.Text("detail")!.Contains("Nothing was stored", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_preset_both_uses_a_token_and_takes_inputs() => Assert.All(PresetCatalog.All.Select(preset => preset.Id), id =>
    {
        var plan = RealmCompiler.Compile(new RealmDefinition(id, "{}") { Preset = id }).Plan;
        Assert.NotNull(plan);
        Assert.False(plan.Uses.Count > 0 && plan.Inputs.Count > 0, $"docs/callers.md says that {id} is none of these.");
    });

    [Theory]
    [InlineData("child/*", 403)]
    [InlineData("*/*", 200)]
    public async Task A_secret_of_the_vault_is_named_by_those_who_may_do_everything(string admin, int status)
    {
        Assert.Equal(201, (await app.PostAsync("/api/realm", Child("main"))).Status);
        var keeper = await AddAsync(admin, ["*/*"]);
        var reply = await SendAsync(keeper, "/api/secret", """{"realm":"child","key":"k","vault_secret":"https://mine.vault.azure.net/secrets/theirs"}""");
        Assert.Equal(status, reply.Status);
    }

    private static string Child(string key, string? input = null) => $$"""
        {"id":"child","config":{"url":"https://{{(input is null ? "b" : $"${{inputs.{input}}}")}}.example/t","token_path":"t","expires_in_path":"e",
         "uses":[{"as":"p","realm":"parent","key":"{{key}}"}], "inputs":[{{(input is null ? "" : $"{{\"name\":\"{input}\"}}")}}],
         "arguments":[{"name":"p","place":"header","value":"${uses.p}"}]} }
        """;

    private async Task<string> AddAsync(string place, string[] reads, Verb verb = Verb.Admin)
    {
        var id = $"c{Guid.NewGuid():N}";
        return await app.Parts.Callers.AddAsync(new Caller(id) { Allow = [Rule(place, verb), .. reads.Select(read => Rule(read, Verb.Read))] });
    }

    private static CallerRule Rule(string place, Verb verb)
    {
        var parts = place.Split('/');
        return new CallerRule(NamePattern.Parse(parts[0])!, NamePattern.Parse(parts[1])!, [verb]);
    }

    private async Task<Reply> SendAsync(string key, string path, string json)
    {
        using var http = new HttpClient(new ContractHandler(new SocketsHttpHandler())) { BaseAddress = app.Http.BaseAddress };
        using var request = TestApp.Json(HttpMethod.Post, path, json);
        request.Headers.Add("x-api-key", key);
        using var response = await http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }
}
