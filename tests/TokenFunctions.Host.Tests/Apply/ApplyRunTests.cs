using TokenFunctions.Host.Apply;
using TokenFunctions.Host.Apply.Remote;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Host.Tests.Apply;

public sealed class ApplyRunTests : IDisposable
{
    private const string Planted = "planted-secret";
    private const string Main = """{"id":"a","config":{},"secrets":[{"key":"main","fields":{"b":{"env":"S"}}}]}""";
    private readonly TempFolder folder = new();
    private readonly ScriptedService service = new();

    public void Dispose()
    {
        folder.Dispose();
        service.Dispose();
    }

    [Fact]
    public async Task New_realms_are_made_parents_first_and_their_secrets_behind_them()
    {
        Write("a", """{"id":"a","config":{ "uses": [{"as":"p","realm":"p"}] },"preset":"x","secrets":[{"key":"main","fields":{"key_1":{"value":"one"},"b":{"env":"S"}},"keep_warm":true,"expires_at":"2030-01-31T12:00:00Z"}]}""");
        Write("p", """{"id":"p","config":{}}""");

        var (output, error, done) = await RunAsync();

        Assert.True(done, error);
        Assert.Equal(["+ realm p", "+ realm a", "+ secret a/main", "Done: 3 made, 0 changed, 0 removed."], output);
        Assert.Equal(
            [
                """POST /api/realm if-none-match=* {"id":"p","config":{}}""",
                """POST /api/realm if-none-match=* {"id":"a","config":{ "uses": [{"as":"p","realm":"p"}] },"preset":"x"}""",
                $$"""POST /api/secret {"realm":"a","key":"main","key_1":"one","fields":{"b":"{{Planted}}"},"keep_warm":true,"expires_at":"2030-01-31T12:00:00Z"}""",
            ],
            service.Changes);
    }

    [Fact]
    public async Task What_is_the_same_is_left_alone_and_what_differs_is_changed_on_the_version_it_was_compared_with()
    {
        service.Realms.AddRange([Realm("same", """{"url":"u","n":1}""", 7), Realm("other", """{"n":1}""", 8, "old")]);
        Write("same", """{"id":"same","config":{"n":1.0,"url":"u"}}""");
        Write("other", """{"id":"other","config":{"n":2},"comment":"new"}""");

        var (output, _, _) = await RunAsync();

        Assert.Equal(
            ["~ realm other: config/n 1 -> 2", "~ realm other: comment changed", "= realm same", "Done: 0 made, 1 changed, 0 removed."], output);
        Assert.Equal("""POST /api/realm if-match="8" {"id":"other","config":{"n":2},"comment":"new"}""", Assert.Single(service.Changes));
    }

    [Fact]
    public async Task A_dry_run_tells_all_and_sends_nothing()
    {
        service.Realms.AddRange([Realm("a", "{}", 1), Realm("gone", "{}", 2)]);
        service.Secrets["a"] = [Secret("a", "main", "b"), Secret("a", "old", "b")];
        service.Secrets["gone"] = [Secret("gone", "x", "b")];
        Write("a", """{"id":"a","secrets":[{"key":"main","fields":{"b":{"env":"S"}}},{"key":"n","fields":{"b":{"env":"S"}}}]}""");

        var (output, _, done) = await RunAsync(dryRun: true);

        Assert.True(done);
        Assert.Empty(service.Changes);
        Assert.Equal(
            [
                "= realm a", "? secret a/main: values cannot be compared, will be sent", "+ secret a/n",
                "! secret a/old: not in the folder; --remove-secrets removes it",
                "- realm gone: it has 1 secret, so the service will keep it; --remove-secrets removes all",
                "2 differences, and 1 secret that cannot be compared; nothing was sent.",
            ],
            output);
    }

    [Fact]
    public async Task Visible_parts_of_a_secret_are_compared_and_one_that_only_follows_needs_no_sending()
    {
        service.Realms.Add(Realm("a", "{}", 1));
        service.Secrets["a"] = [Secret("a", "main", "b", "c"), Following("a", "f", "https://v.vault.azure.net/secrets/s")];
        Write("a", """
            {"id":"a","secrets":[{"key":"f","vault_secret":"https://v.vault.azure.net/secrets/s"},
             {"key":"main","fields":{"b":{"value":"x"},"d":{"value":"x"}},"keep_warm":true,"expires_at":"2030-01-31T12:00:00Z","vault_secret":"https://v/x"}]}
            """);

        var (output, _, _) = await RunAsync();

        Assert.Equal(
            [
                "= realm a", "= secret a/f", "~ secret a/main: without the field c", "~ secret a/main: with the field d",
                "~ secret a/main: vault_secret nothing -> https://v/x", "~ secret a/main: keep_warm false -> true",
                "~ secret a/main: expires_at nothing -> 2030-01-31 12:00:00Z", "Done: 0 made, 1 changed, 0 removed.",
            ],
            output);
        Assert.Single(service.Changes);
    }

    [Fact]
    public async Task Nothing_to_do_is_said_when_the_service_kept_the_version_of_every_secret_sent()
    {
        service.Realms.Add(Realm("a", "{}", 1));
        service.Secrets["a"] = [Secret("a", "main", "b")];
        service.Answer("POST /api/secret", "200 {\"version\":5}");
        Write("a", Main);

        Assert.Equal("Nothing to do: the service is as the folder says.", (await RunAsync()).Output[^1]);

        service.Answer("POST /api/secret", "200 {\"version\":6}");
        Assert.Equal("Done: 0 made, 1 changed, 0 removed.", (await RunAsync()).Output[^1]);
    }

    [Fact]
    public async Task A_realm_that_somebody_changed_meanwhile_is_told_and_the_others_are_still_done()
    {
        service.Realms.AddRange([Realm("a", """{"n":0}""", 1), Realm("b", """{"n":0}""", 2), Realm("gone", "{}", 3)]);
        service.Answer("\"id\":\"a\"", """412 {"title":"Precondition Failed","code":"precondition_failed","detail":"d"}""");
        Write("a", Main);
        Write("b", """{"id":"b","config":{"n":1}}""");

        var (output, error, done) = await RunAsync();

        Assert.False(done);
        Assert.Equal("realm a: somebody changed realm a meanwhile; run again\nrealm a: its secrets were left alone too\n", error);
        Assert.Equal("Done in part: 0 made, 1 changed, 1 removed; 2 failures.", output[^1]);
        Assert.Equal(["""DELETE /api/realm/gone if-match="3" """.TrimEnd()], service.Changes.Where(c => c.StartsWith("DELETE", StringComparison.Ordinal)));
        Assert.DoesNotContain(service.Changes, change => change.StartsWith("POST /api/secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_realm_that_was_made_meanwhile_is_not_overwritten()
    {
        service.Answer("if-none-match=*", """412 {"code":"precondition_failed"}""");
        Write("a", """{"id":"a","config":{}}""");

        Assert.Contains("somebody changed realm a meanwhile; run again", (await RunAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removal_is_refused_for_a_realm_with_secrets_unless_they_may_go()
    {
        service.Realms.AddRange([Realm("a", "{}", 1), Realm("child", """{"uses":[{"as":"p","realm":"gone"}]}""", 3), Realm("gone", "{}", 2)]);
        service.Secrets["a"] = [Secret("a", "old", "b")];
        service.Answer("DELETE /api/realm/gone if", """409 {"title":"Conflict","code":"realm_has_secrets","detail":"It has secrets."}""");
        Write("a", """{"id":"a","config":{},"secrets":[]}""");

        var (_, error, done) = await RunAsync();
        Assert.False(done);
        Assert.Equal("realm gone: Conflict: It has secrets. --remove-secrets does.\n", error);
        Assert.DoesNotContain(service.Changes, change => change.Contains("/api/secret/", StringComparison.Ordinal));

        service.Changes.Clear();
        Assert.True((await RunAsync(removeSecrets: true)).Done);
        Assert.Equal(
            [
                "DELETE /api/secret/a/old", """DELETE /api/realm/child?force=true if-match="3" """.TrimEnd(),
                """DELETE /api/realm/gone?force=true if-match="2" """.TrimEnd(),
            ],
            service.Changes);
    }

    [Theory]
    [InlineData("unknown_secret", true)]
    [InlineData("not_found", false)]
    public async Task A_secret_that_somebody_else_removed_is_removed(string code, bool isDone)
    {
        service.Realms.Add(Realm("a", "{}", 1));
        service.Secrets["a"] = [Secret("a", "old", "b")];
        service.Answer("DELETE", $$"""404 {"title":"Not Found","code":"{{code}}"}""");
        Write("a", """{"id":"a","secrets":[]}""");

        Assert.Equal(isDone, (await RunAsync(removeSecrets: true)).Done);
    }

    [Fact]
    public async Task A_refusal_is_told_with_all_that_the_service_says_of_it()
    {
        service.Answer("POST", """
            400 {"title":"Bad Request","detail":"The config cannot be run.","code":"invalid_config","errors":[{"pointer":"/config/url","message":"is missing\u001b[2J"}]}
            """);
        Write("a", """{"id":"a","config":{}}""");

        var (_, error, done) = await RunAsync();

        Assert.False(done);
        Assert.Equal("realm a: Bad Request: The config cannot be run.\n    /config/url is missing [2J\n", error);
    }

    [Fact]
    public async Task When_the_service_falls_silent_the_rest_is_left()
    {
        service.Faults["POST /api/realm"] = new HttpRequestException("Connection refused");
        Write("a", Main);
        Write("b", """{"id":"b","config":{}}""");

        var (output, error, _) = await RunAsync();

        Assert.Single(service.Changes);
        Assert.Equal(
            "realm a: the service does not answer: Connection refused."
            + " It may have taken effect all the same, and nothing more was sent; run again.\n", error);
        Assert.Equal("Done in part: 0 made, 0 changed, 0 removed; 1 failure.", output[^1]);
    }

    [Theory]
    [InlineData(401, "{\"title\":\"Unauthorized\",\"detail\":\"It needs a key.\"}", "Unauthorized: It needs a key. TokenFunctions__Apply__ApiKey")]
    [InlineData(401, "", "the service answered 401 Unauthorized")]
    [InlineData(302, "<html>", "the service answered 302 Found")]
    [InlineData(200, "<html>", "What answers there is not the service")]
    [InlineData(200, "{\"data\":{\"list\":1}}", "What answers there is not the service")]
    public async Task A_service_that_cannot_be_read_is_sent_nothing(int status, string body, string told)
    {
        service.Refusal = (status, body);
        Write("a", Main);

        var (output, error, done) = await RunAsync();

        Assert.False(done);
        Assert.Empty(output);
        Assert.StartsWith(told, error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.\n", error, StringComparison.Ordinal);
        Assert.Empty(service.Changes);
    }

    [Fact]
    public async Task With_a_fault_in_the_folder_the_service_is_not_even_asked()
    {
        Write("a", Main.Replace("\"S\"", "\"NOT_SET\"", StringComparison.Ordinal));

        var (_, error, done) = await RunAsync();

        Assert.False(done);
        Assert.Contains("a.json: /secrets/0/fields/b/env names the environment variable NOT_SET", error, StringComparison.Ordinal);
        Assert.Empty(service.Headers);
    }

    [Fact]
    public async Task All_pages_are_read_and_secrets_only_of_realms_whose_secrets_matter()
    {
        for (var i = 0; i < 250; i++)
        {
            service.Realms.Add(Realm($"r{i}", "{}", i));
            Write($"r{i}", $$$"""{"id":"r{{{i}}}","config":{}}""");
        }

        Write("r7", """{"id":"r7","config":{},"secrets":[]}""");

        Assert.Equal("0 differences; nothing was sent.", (await RunAsync(dryRun: true)).Output[^1]);
        Assert.Equal(4, service.Reads.Count);
        Assert.Equal("/api/secret?realm=r7&page=1&pageSize=100", service.Reads[^1]);
    }

    [Fact]
    public async Task The_keys_go_with_every_request_and_are_printed_nowhere()
    {
        Write("a", Main);

        var (output, error, _) = await RunAsync();

        Assert.All(service.Headers, headers =>
        {
            Assert.Contains("x-api-key: planted-key", headers, StringComparison.Ordinal);
            Assert.Contains("x-functions-key: planted-host-key", headers, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("planted", string.Concat(output) + error, StringComparison.Ordinal);
    }

    private static string Realm(string id, string config, long version, string? comment = null) => $$"""
        {"id":"{{id}}","config":{{config}},"comment":{{(comment is null ? "null" : $"\"{comment}\"")}},"version":{{version}},"created_at":"2026-01-01T00:00:00Z"}
        """;

    private static string Secret(string realm, string key, params string[] fields) => Stored(realm, key, "null", fields);

    private static string Following(string realm, string key, string address) => Stored(realm, key, $"\"{address}\"");

    private static string Stored(string realm, string key, string address, params string[] fields) => $$"""
        {"realm":"{{realm}}","key":"{{key}}","fields":{ {{string.Join(',', fields.Select(f => $"\"{f}\":\"******\""))}} },
         "keep_warm":false,"expires_at":null,"vault_secret":{{address}},"stored_in":"table","version":5}
        """;

    private void Write(string name, string json) => File.WriteAllText(folder.File($"{name}.json"), json);

    private async Task<(IReadOnlyList<string> Output, string Error, bool Done)> RunAsync(bool dryRun = false, bool removeSecrets = false)
    {
        var settings = new ApplySettings(new Uri("http://127.0.0.1:7071"))
        {
            ApiKey = new SecretText("planted-key"),
            FunctionKey = new SecretText("planted-host-key"),
        };
        using var client = new ServiceClient(settings, service);
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var run = new ApplyRun(client, output, error, name => name == "S" ? Planted : null);
        var done = await run.RunAsync(new ApplyArguments(folder.Path, dryRun, removeSecrets));
        return (output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), error.ToString(), done);
    }
}
