using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests;

public sealed class SecretTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_secret_is_answered_flat_and_masked()
    {
        var made = await app.PostAsync("/api/secret", """
            {"realm":"r","key":"k","key_10":"ten","key_2":"two","fields":{"_b":"x","client_id":"y"},
             "keep_warm":true,"expires_at":"2028-01-31T13:30:00.5+01:30","vault_secret":"https://mine.vault.azure.net/secrets/a"}
            """);
        Assert.Equal(200, made.Status);
        var version = made.Json.GetProperty("version").GetInt64();
        Assert.Equal(
            """{"realm":"r","key":"k","key_2":"******","key_10":"******","fields":{"_b":"******","client_id":"******"},"""
            + "\"keep_warm\":true,\"expires_at\":\"2028-01-31T12:00:00.5Z\",\"vault_secret\":\"https://mine.vault.azure.net/secrets/a\",\"stored_in\":\"own_vault_secret\","
            + $"\"version\":{version},\"created_at\":\"2027-05-01T12:00:00Z\",\"updated_at\":\"2027-05-01T12:00:00Z\"}}",
            made.Body);
        Assert.Equal(made.Body, (await app.GetAsync("/api/secret/r/k")).Body);
        Assert.Equal(made.Body, (await app.GetAsync("/api/secret?realm=r")).Json.GetProperty("data").GetProperty("list")[0].GetRawText());
    }

    [Theory]
    [InlineData("client_id", true)]
    [InlineData("client-id", true)]
    [InlineData("_", true)]
    [InlineData("key_0", true)]
    [InlineData("key_21", true)]
    [InlineData("now", true)]
    [InlineData("-a", false)]
    [InlineData("1a", false)]
    [InlineData("a.b", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    [InlineData("", false)]
    public Task A_field_can_be_stored_where_a_realm_can_read_it_and_nowhere_else(string name, bool isField) =>
        StoreAndReadAsync(name, isField);

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public Task A_fields_name_has_at_most_128_characters(int length, bool isField) =>
        StoreAndReadAsync(new string('f', length), isField);

    [Fact]
    public async Task A_followed_secret_needs_no_value_and_nulls_of_an_answer_may_be_sent()
    {
        var made = await app.PostAsync(
            "/api/secret", """{"realm":"r","key":"k","vault_secret":"https://mine.vault.azure.net/secrets/a","expires_at":null}""");
        Assert.Equal(200, made.Status);
        Assert.Equal(0, await app.Parts.Tables.CountAsync("vault"));
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v","vault_secret":null}""")).Status);
    }

    [Fact]
    public async Task A_replacement_replaces_all_values()
    {
        await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"a","key_2":"b"}""");
        var second = await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_3":"c"}""");
        Assert.DoesNotContain("key_1", second.Body);
        Assert.Contains("\"key_3\":\"******\"", second.Body);
    }

    [Fact]
    public async Task The_longest_values_that_a_vault_holds_are_taken()
    {
        var longest = new string('p', 25_000 - """{"key_1":""}""".Length);
        Assert.Equal(200, (await app.PostAsync("/api/secret", $$"""{"realm":"r","key":"k","key_1":"{{longest}}"}""")).Status);
        Assert.Equal(413, (await app.PostAsync("/api/secret", $$"""{"realm":"r","key":"k","key_1":"{{longest}}p"}""")).Status);
    }

    [Fact]
    public async Task Lists_are_of_one_realm_or_of_all_and_by_keyword()
    {
        await app.PostAsync("/api/realm", """{"id":"s","config":{"url":"u"}}""");
        foreach (var (realm, key) in new[] { ("r", "alpha"), ("r", "beta"), ("s", "Alphabet") })
            await app.PostAsync("/api/secret", $$"""{"realm":"{{realm}}","key":"{{key}}","key_1":"v"}""");
        Assert.Equal(3, await TotalAsync(""));
        Assert.Equal(2, await TotalAsync("?realm=r"));
        Assert.Equal(2, await TotalAsync("?keyword=ALPHA"));
        Assert.Equal(1, await TotalAsync("?keyword=alpha&realm=s"));
        Assert.Equal(0, await TotalAsync("?realm=nowhere"));
    }

    [Fact]
    public async Task A_removed_secret_is_gone_with_its_values()
    {
        await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""");
        Assert.Equal(204, (await app.DeleteAsync("/api/secret/r/k")).Status);
        var gone = await app.GetAsync("/api/secret/r/k");
        Assert.Equal((404, "unknown_secret"), (gone.Status, gone.Code));
        Assert.Equal(0, await app.Parts.Tables.CountAsync("vault"));
    }

    private static async Task StoreAndReadAsync(string name, bool isField)
    {
        await using var real = await TestApp.StartAsync(RealmCompiler.Compile);
        await real.PostAsync("/api/realm", Realm("v"));
        var read = await real.PostAsync("/api/realm", Realm("$" + name));
        var stored = await real.PostAsync("/api/secret", $$"""{"realm":"r","key":"k","fields":{"{{name}}":"v"} }""");
        Assert.Equal(isField, read.Status == 200 && read.Json.GetProperty("config").GetRawText().Contains('$'));
        Assert.Equal((isField ? 200 : 400, isField ? null : "invalid_name"), (stored.Status, stored.Code));
        if (isField) Assert.Contains($"\"fields\":{{\"{name}\":\"******\"}}", stored.Body);
    }

    private static string Realm(string value) => $$$"""
        {"id":"r","config":{"url":"https://a.example/t","token_path":"t","response":{"default_ttl_sec":60},
         "policy":{"identity":["{{{value.TrimStart('$')}}}"]},
         "arguments":[{"name":"a","place":"header","value":"{{{value}}}"}]}}
        """;

    private async Task<int> TotalAsync(string query) =>
        (await app.GetAsync("/api/secret" + query)).Json.GetProperty("data").GetProperty("total").GetInt32();
}
