using System.Net;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>Realms and secrets as files: the app as a service, and <c>apply</c> as a second process.</summary>
[Collection("single apps")]
public sealed class ApplyTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly TempFolder realms = new();
    private readonly string admin = Evidence.Plant("admin");
    private readonly string secret = Evidence.Plant("secret");
    private AppProcess app = null!;

    public async Task InitializeAsync()
    {
        app = await AppProcess.StartAsync(new AppSettings(folder.Path) { AdminKey = admin });
        app.Api.AdminKey = admin;
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
        realms.Dispose();
    }

    [Fact]
    public async Task A_folder_is_made_and_its_token_works_and_a_second_time_nothing_changes_and_no_token_is_due()
    {
        await using var provider = await GatedProvider.StartAsync();
        Write("a", provider.Address);

        Assert.Equal((0, "+ realm a\n+ secret a/main\nDone: 2 made, 0 changed, 0 removed."), await ApplyAsync());
        var token = await app.Api.TokenAsync("a", "main");
        var before = await StateAsync();

        Assert.Equal(
            (0, "= realm a\n? secret a/main: values cannot be compared, will be sent\nNothing to do: the service is as the folder says."),
            await ApplyAsync());

        Assert.Equal(before, await StateAsync());
        Assert.Equal(token.Token, (await app.Api.TokenAsync("a", "main")).Token);
        Assert.Equal(1, provider.Calls);
    }

    [Fact]
    public async Task A_change_is_shown_by_a_dry_run_which_changes_nothing_and_then_made()
    {
        Write("a", "https://a.example");
        await ApplyAsync();
        var before = await StateAsync();
        Write("a", "https://b.example", keepWarm: true);

        const string Lines = """
            ~ realm a: config/url "https://a.example/token" -> "https://b.example/token"
            ~ secret a/main: keep_warm false -> true

            """;
        Assert.Equal((0, Lines + "2 differences; nothing was sent."), await ApplyAsync("--dry-run"));
        Assert.Equal(before, await StateAsync());

        Assert.Equal((0, Lines + "Done: 0 made, 2 changed, 0 removed."), await ApplyAsync());
        Assert.Contains("https://b.example", (await app.Api.GetAsync("/api/realm/a")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_folder_does_not_have_is_removed_but_secrets_only_when_that_is_said()
    {
        Write("a", "https://a.example");
        await app.Api.SetUpAsync("gone", RealmConfigs.Gated("https://g.example", "stable"), "main", """ "key_1":"x" """);
        await ApplyAsync();
        await app.Api.PostAsync("/api/secret", """{"realm":"a","key":"old","key_1":"x"}""");

        var (code, output) = await ApplyAsync();
        Assert.Equal(1, code);
        Assert.Contains("! secret a/old: not in the folder; --remove-secrets removes it", output, StringComparison.Ordinal);
        Assert.Contains("realm gone: Conflict: The realm has secrets", output, StringComparison.Ordinal);

        Assert.Equal(0, (await ApplyAsync("--remove-secrets")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Api.GetAsync("/api/secret/a/old")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Api.GetAsync("/api/realm/gone")).Status);
    }

    [Fact]
    public async Task With_an_environment_variable_missing_nothing_is_sent()
    {
        Write("a", "https://a.example");
        Write("b", "https://b.example", variable: "NOT_SET");

        var (code, output) = await ApplyAsync();

        Assert.Equal(1, code);
        Assert.Equal(
            "b.json: /secrets/0/fields/key_1/env names the environment variable NOT_SET, which is not set\nNothing was sent.", output);
        Assert.Equal(0, (await app.Api.GetAsync("/api/realm")).Json.GetProperty("data").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_config_that_cannot_be_run_is_told_and_the_others_are_done()
    {
        Write("a", "https://a.example");
        await File.WriteAllTextAsync(realms.File("b.json"), """{"id":"b","config":{"url":"https://b.example"}}""");

        var (code, output) = await ApplyAsync();

        Assert.Equal(1, code);
        Assert.Contains("realm b: Bad Request: The realm's config cannot be run", output, StringComparison.Ordinal);
        Assert.Contains("    /config/token_path ", output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Api.GetAsync("/api/secret/a/main")).Status);
    }

    [Fact]
    public async Task A_wrong_key_and_a_service_that_is_not_there_are_told()
    {
        Write("a", "https://a.example");

        var (code, output) = await ApplyAsync(("TokenFunctions__Apply__ApiKey", Evidence.Plant("key")));
        Assert.Equal(1, code);
        Assert.StartsWith("Unauthorized: ", output, StringComparison.Ordinal);

        (code, output) = await ApplyAsync(("TokenFunctions__Apply__Service", $"http://127.0.0.1:{FreePort.Next()}"));
        Assert.Equal(1, code);
        Assert.StartsWith("the service does not answer: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Misuse_and_wrong_settings_are_told()
    {
        var (code, output) = await ApplyAsync("--dryrun");
        Assert.Equal(64, code);
        Assert.Contains("apply FOLDER [--dry-run] [--remove-secrets]", output, StringComparison.Ordinal);

        (code, output) = await ApplyAsync(("TokenFunctions__Apply__Service", "http://elsewhere.example"));
        Assert.Equal(1, code);
        Assert.Contains("TokenFunctions__Apply__Service must be", output, StringComparison.Ordinal);
    }

    private void Write(string id, string provider, bool keepWarm = false, string variable = "PLANTED") => File.WriteAllText(
        realms.File($"{id}.json"),
        $$$"""
        {"id":"{{{id}}}","config":{{{RealmConfigs.Gated(provider, "stable")}}},
         "secrets":[{"key":"main","fields":{"key_1":{"env":"{{{variable}}}"},"key_2":{"value":"open"} },"keep_warm":{{{(keepWarm ? "true" : "false")}}}}]}
        """);

    /// <summary>All realms and secrets with their versions.</summary>
    private async Task<string> StateAsync() => (await app.Api.GetAsync("/api/realm")).Body + (await app.Api.GetAsync("/api/secret")).Body;

    private Task<(int Code, string Output)> ApplyAsync(params string[] options) => ApplyAsync([], options);

    private Task<(int Code, string Output)> ApplyAsync((string, string?) variable) => ApplyAsync([variable], []);

    private async Task<(int Code, string Output)> ApplyAsync((string, string?)[] variables, string[] options)
    {
        var settings = new AppSettings(folder.Path)
            .With(("TokenFunctions__Apply__Service", $"{app.Address}"), ("TokenFunctions__Apply__ApiKey", admin), ("PLANTED", secret))
            .With(variables);
        await using var run = AppProcess.Launch(settings, ["apply", realms.Path, .. options]);
        await run.WaitForExitAsync();
        // The end of each of its two outputs is an empty line of its own, at any place.
        return (run.ExitCode, string.Join('\n', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }
}
