using Microsoft.Extensions.Options;
using TokenFunctions.Client.Embedded;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Connecting;

public sealed class OptionsTests
{
    [Fact]
    public void Every_fault_of_a_connection_is_named_at_once_and_no_value_is()
    {
        var options = new TokenFunctionsOptions
        {
            Address = new Uri("http://planted.example.com"),
            ApiKey = new SecretText("planted\nkey"),
            FunctionKey = new SecretText(""),
            Credential = new StaticCredential("planted"),
            Timeout = TimeSpan.Zero,
            CheckTimeout = TimeSpan.FromMinutes(-1),
            CacheBytes = 1,
            SnapshotKey = new SecretText("planted"),
            Prefetch = { new TokenKey("a b", "planted key") },
        };

        var fault = Assert.Throws<OptionsValidationException>(() => TokenClient.Connect(options));

        foreach (var name in new[]
            { "Address", "ApiKey", "FunctionKey", "Scope", "Timeout", "CheckTimeout", "CacheBytes", "SnapshotFile",
              "SnapshotKey", "Prefetch" })
            Assert.Contains(fault.Failures, failure => failure.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain("planted", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://tokens.example.com")]
    [InlineData("https://gateway.example.com/tokens/")]
    [InlineData("http://127.0.0.1:7071")]
    [InlineData("http://localhost:7071")]
    public async Task A_service_is_reached_by_https_and_on_this_machine_by_http(string address)
    {
        await using var client = TokenClient.Connect(new TokenFunctionsOptions { Address = new Uri(address) });
        Assert.NotNull(client);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://tokens.example.com")]
    [InlineData("https://user:planted@tokens.example.com")]
    [InlineData("https://tokens.example.com/?code=planted")]
    [InlineData("ftp://tokens.example.com")]
    public void Other_addresses_are_refused(string? address)
    {
        var options = new TokenFunctionsOptions { Address = address is null ? null : new Uri(address) };
        var fault = Assert.Throws<OptionsValidationException>(() => TokenClient.Connect(options));

        Assert.Contains("Address", Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_an_embedded_client_is_named_at_once_and_no_value_is()
    {
        var options = new EmbeddedOptions
        {
            Tables = new MemoryTables(),
            EgressAllow = "http://[",
            OlderSealingKeys = { new SecretText("planted") },
            CacheBytes = 0,
            Prefetch = { new TokenKey("", "") },
            Folders = { Path.Combine(Path.GetTempPath(), "not-there") },
        };
        options.AddRealm("bad name", "{}")
            .AddRealm("broken", """{ "url": "https://login.example.com", "token_path": "t", "tokenpath": "planted" }""")
            .AddPreset("twice", "generic-oauth2-client-credentials")
            .AddPreset("twice", "generic-oauth2-client-credentials")
            .AddPreset("unknown", "generic-oauth2-client-credential")
            .AddRealm("one", Using("two")).AddRealm("two", Using("one"))
            .AddSecret("twice", "main", ("client_secret", ""), ("bad name", "planted"))
            .AddSecret("twice", "main", ("client_secret", "planted"))
            .AddSecret("nowhere", "main", ("client_secret", "planted"));

        var fault = Assert.Throws<OptionsValidationException>(() => TokenClient.Embed(options));

        foreach (var name in new[]
            { "realm's id", "realm broken", "tokenpath", "realm twice is there more than once", "nearest preset", "one → two",
              "two → one", "no value in client_secret", "secret twice/main is there more than once", "field whose name",
              "nowhere/main", "SealingKey or SealingKeyFile", "EgressAllow", "OlderSealingKeys", "CacheBytes", "Prefetch",
              "not-there" })
            Assert.Contains(fault.Failures, failure => failure.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain("planted", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_sealing_keys_is_made_only_where_nothing_else_is_wrong()
    {
        using var folder = new TempFolder();
        var options = new EmbeddedOptions { Tables = new MemoryTables(), SealingKeyFile = folder.File("sealing.key") };

        Assert.Throws<OptionsValidationException>(() => TokenClient.Embed(options));
        Assert.False(File.Exists(options.SealingKeyFile));
    }

    private static string Using(string other) => $$"""
        {
          "url": "https://login.example.com", "token_path": "t", "expires_in_path": "e",
          "uses": [{ "as": "other", "realm": "{{other}}", "key": "main" }],
          "arguments": [{ "name": "a", "place": "body", "value": "${uses.other}" }]
        }
        """;
}
