using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TokenFunctions.Client.Embedded;
using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Sqlite;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Embedded;

public sealed class EmbeddedTests : IAsyncLifetime
{
    private const string Attach = """{ "attach": { "hosts": ["api.example.com"] } }""";
    private static readonly TokenKey Main = new("orders", "main");

    private readonly TempFolder folder = new();
    private ProviderDouble provider = null!;

    public async Task InitializeAsync() => provider = await ProviderDouble.StartAsync();

    public async Task DisposeAsync()
    {
        await provider.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_token_is_got_from_the_provider_once_and_says_how_it_is_put_on_requests()
    {
        await using var client = TokenClient.Embed(FromCode());

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.GetAsync("orders", "main").AsTask()));

        Assert.All(results, result => Assert.Equal(ProviderDouble.ValueOf(1), result.Token?.Value.Reveal()));
        Assert.Equal("api.example.com", Assert.Single(results[0].Attach!.Hosts));
        Assert.Equal([401], Assert.Single(results[0].Attach!.Dead).Statuses);
        Assert.Equal("client_secret=planted-secret", Secret(Assert.Single(provider.Calls.All)));
    }

    [Fact]
    public async Task Realms_and_secrets_come_from_a_configuration()
    {
        var options = new EmbeddedOptions { EgressAllow = provider.Allow };
        options.Configurations.Add(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Tokens:Realms:orders:Preset"] = "generic-oauth2-client-credentials",
            ["Tokens:Realms:orders:Config"] = Attach,
            ["Tokens:Realms:orders:Secrets:main:Fields:token_url"] = provider.Token.AbsoluteUri,
            ["Tokens:Realms:orders:Secrets:main:Fields:client_id"] = "id",
            ["Tokens:Realms:orders:Secrets:main:Fields:client_secret"] = "planted-secret",
            ["Tokens:Realms:orders:Secrets:main:KeepWarm"] = "true",
        }).Build().GetSection("Tokens"));

        await using var client = TokenClient.Embed(options);

        Assert.True((await client.GetAsync("orders", "main")).HasToken);
    }

    [Fact]
    public void What_a_configuration_should_not_have_is_named_by_its_place()
    {
        var options = new EmbeddedOptions();
        options.Configurations.Add(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Realms:orders:Preset"] = "generic-oauth2-client-credentials",
            ["Realms:orders:Url"] = "https://planted",
            ["Realms:orders:Secrets:main:Fields:client_secret"] = "planted",
            ["Realms:orders:Secrets:main:KeepWarm"] = "planted",
            ["Realms:orders:Secrets:main:ExpiresAt"] = "planted",
        }).Build());

        var fault = Assert.ThrowsAny<Exception>(() => TokenClient.Embed(options));

        Assert.Contains("Realms:orders:Url is not known", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Realms:orders:Secrets:main:KeepWarm", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Realms:orders:Secrets:main:ExpiresAt", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Config", "attach:hosts:0")]
    [InlineData("Preset", "0")]
    [InlineData("LogicCode", "0")]
    [InlineData("Comment", "text")]
    public void What_must_be_one_text_of_a_configuration_is_named_where_it_is_more(string member, string place)
    {
        var options = new EmbeddedOptions();
        options.Configurations.Add(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Realms:orders:Preset"] = "generic-oauth2-client-credentials",
            [$"Realms:orders:{member}:{place}"] = "planted",
        }).Build());

        var fault = Assert.Throws<OptionsValidationException>(() => TokenClient.Embed(options));

        Assert.Contains(
            $"Realms:orders:{member} must be one text; Config is JSON in a string", fault.Failures, StringComparer.Ordinal);
        Assert.DoesNotContain("planted", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Realms_and_secrets_come_from_the_files_that_apply_reads()
    {
        File.WriteAllText(folder.File("orders.json"), $$"""
            {
              "id": "orders", "preset": "generic-oauth2-client-credentials", "comment": "Orders", "config": {{Attach}},
              "secrets": [{ "key": "main", "fields": {
                "token_url": { "value": "{{provider.Token}}" }, "client_id": { "value": "id" },
                "client_secret": { "value": "planted-secret" } } }]
            }
            """);
        await using var client = TokenClient.Embed(
            new EmbeddedOptions { EgressAllow = provider.Allow, Folders = { folder.Path } });

        Assert.True((await client.GetAsync("orders", "main")).HasToken);
    }

    [Fact]
    public async Task Tokens_in_a_store_outlive_the_program()
    {
        await using (var first = TokenClient.Embed(InFile(FromCode()))) await first.GetAsync("orders", "main");
        await using var second = TokenClient.Embed(InFile(FromCode()));

        var result = await second.GetAsync("orders", "main");

        Assert.Equal(ProviderDouble.ValueOf(1), result.Token?.Value.Reveal());
        Assert.Equal(1, provider.Calls.Number);
        var stored = string.Concat(Directory.GetFiles(folder.Path, "tokens.db*").Select(
            file => System.Text.Encoding.Latin1.GetString(ReadShared(file))));
        Assert.DoesNotContain("planted", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_was_changed_between_two_runs_gets_a_new_token()
    {
        await using (var first = TokenClient.Embed(InFile(FromCode()))) await first.GetAsync("orders", "main");
        await using var second = TokenClient.Embed(InFile(FromCode("another")));

        var result = await second.GetAsync(new TokenRequest(Main) { Flush = true }, CancellationToken.None);

        Assert.Equal(ProviderDouble.ValueOf(2), result.Token?.Value.Reveal());
        Assert.Equal("client_secret=another", Secret(provider.Calls.All[^1]));
    }

    [Fact]
    public async Task A_store_that_is_away_at_the_start_is_a_failure_and_no_more_once_it_is_back()
    {
        var tables = new MoodyTables { IsAway = true };
        var options = FromCode();
        (options.Tables, options.SealingKeyFile) = (tables, folder.File("sealing.key"));
        await using var client = TokenClient.Embed(options);

        var failed = await client.GetAsync("orders", "main");
        var answered = await client.AnswersAsync(CancellationToken.None);
        tables.IsAway = false;

        Assert.Equal(FailureKind.StoreUnavailable, failed.Failure?.Kind);
        Assert.False(answered);
        await Eventually.HoldsAsync(
            async () => (await client.GetAsync("orders", "main")).HasToken, "The token is there");
    }

    [Fact]
    public async Task What_was_used_is_renewed_before_it_ends_though_nobody_asks()
    {
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var client = TokenClient.Embed(FromCode(), time: time);
        Assert.True((await client.GetAsync("orders", "main")).HasToken);

        // It is due after 48 minutes of its hour, less the jitter. The steps are small against the lease: on a machine
        // that is busy several of them pass while the provider is being asked.
        time.Advance(TimeSpan.FromMinutes(40));
        await Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(2));
                return provider.Calls.Number == 2;
            },
            "The sweep asks");
        // The provider has counted the call before its answer is kept.
        await Eventually.HoldsAsync(
            async () => (await client.GetAsync("orders", "main")).Token?.Value.Reveal() == ProviderDouble.ValueOf(2),
            "The newer one is kept");

        Assert.Equal(2, provider.Calls.Number);
    }

    [Fact]
    public async Task A_provider_on_a_private_address_is_called_only_where_that_is_opened()
    {
        var options = FromCode();
        options.EgressAllow = null;
        await using var client = TokenClient.Embed(options);

        var result = await client.GetAsync("orders", "main");

        Assert.Equal(FailureKind.EgressRefused, result.Failure?.Kind);
        Assert.Equal(0, provider.Calls.Number);
    }

    [Fact]
    public async Task The_end_may_be_said_twice_and_without_waiting()
    {
        var client = TokenClient.Embed(FromCode());
        await client.GetAsync("orders", "main");

        client.Dispose();
        await client.DisposeAsync();
        client.Dispose();
    }

    private EmbeddedOptions FromCode(string secret = "planted-secret")
    {
        var options = new EmbeddedOptions { EgressAllow = provider.Allow };
        return options
            .AddPreset("orders", "generic-oauth2-client-credentials", Attach)
            .AddSecret(
                "orders", "main", ("token_url", provider.Token.AbsoluteUri), ("client_id", "id"), ("client_secret", secret));
    }

    private EmbeddedOptions InFile(EmbeddedOptions options)
    {
        options.Tables = new SqliteTables(folder.File("tokens.db"));
        options.SealingKeyFile = folder.File("sealing.key");
        return options;
    }

    private static string Secret(string form) =>
        form.Split('&').Single(pair => pair.StartsWith("client_secret", StringComparison.Ordinal));

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
