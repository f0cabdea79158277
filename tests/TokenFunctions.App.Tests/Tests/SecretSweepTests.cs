using System.Text;
using TokenFunctions.App.Tests.App;
using TokenFunctions.Host.Demo;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>Runs last: nothing that any app of this run printed, answered or stored holds a secret, a token (but in token
/// answers) or a key.</summary>
[Collection(EvidenceLast.Name)]
public sealed class SecretSweepTests
{
    [Fact]
    public async Task No_log_answer_error_or_file_of_the_run_holds_a_planted_secret_a_token_or_a_key()
    {
        await AttackDatabaseAsync();
        await AttackAzuriteAsync();

        Assert.True(Evidence.All.Count > 20 && Evidence.Forbidden.Count > 4, $"{Evidence.All.Count} texts, {Evidence.Forbidden.Count} values");
        var forms = Evidence.Forbidden.SelectMany(Forms.Of).ToHashSet(StringComparer.Ordinal);
        var leaks = from evidence in Evidence.All
                    from form in forms
                    where evidence.Text.Contains(form, StringComparison.Ordinal)
                    select $"{evidence.Where}: {form[..Math.Min(16, form.Length)]}…";
        Assert.Empty(leaks);
    }

    [Fact]
    public void The_search_finds_a_value_in_each_form()
    {
        const string Value = "planted-value";
        var authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"id:{Value}"))}";

        Assert.Contains(Forms.Of(Value), form => authorization.Contains(form, StringComparison.Ordinal));
        Assert.Contains(Forms.Of("a b"), form => "?x=a%20b".Contains(form, StringComparison.Ordinal));
    }

    private static async Task AttackDatabaseAsync()
    {
        using var folder = new TempFolder();
        await AttackAsync(new AppSettings(folder.Path));
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
            Evidence.Keep(file, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
    }

    private static async Task AttackAzuriteAsync()
    {
        if (Node.SkipReason is not null) return;
        using var folder = new TempFolder();
        var azurite = new AzuriteServer();
        try
        {
            await azurite.InitializeAsync();
            await AttackAsync(new AppSettings(folder.Path).With(("TokenFunctions__Storage", azurite.ConnectionString)));
            await azurite.StopAsync();
            var files = await azurite.ReadFilesAsync();
            // The database is among them, and what was stored is in it.
            Assert.Contains(files, file => Encoding.Latin1.GetString(file.Bytes).Contains("first", StringComparison.Ordinal));
            foreach (var (name, bytes) in files) Evidence.Keep(name, Encoding.Latin1.GetString(bytes));
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    // Every way in which a value could come out by itself: used wrongly, echoed, logged at the lowest level, stored.
    private static async Task AttackAsync(AppSettings settings)
    {
        var (admin, secret, functionKey) = (Evidence.Plant("admin"), Evidence.Plant("secret"), Evidence.Plant("function-key"));
        await using var provider = await SampleProvider.StartAsync(new SampleProviderOptions { AppSecret = secret }, TimeProvider.System);
        await using (var app = await AppProcess.StartAsync(settings with { AdminKey = admin }))
        {
            Assert.Equal("unauthorized", (await app.Api.GetAsync($"/api/realm?code={functionKey}")).Code);
            app.Api.AdminKey = admin;
            await app.Api.SetUpAsync(
                "wx", RealmConfigs.WeChat(provider.Address), "first", $$""" "key_1":"wx-demo","key_2":"{{secret}}","key_3":"client_credential" """);
            var token = await app.Api.TokenAsync("wx", "first", $"&code={functionKey}");
            Assert.Equal("upstream", token.Source);
            string[] paths =
            [
                "/api/secret", "/api/secret/wx/first", "/api/status", "/api/status/wx/first", "/api/realm/wx", "/api/token?realm=wx&key=none",
                $"/api/token?realm=wx&key=first&code={functionKey}&code=2", $"/api/{Uri.EscapeDataString(token.Token)}", $"/api/nothing?code={functionKey}",
            ];
            foreach (var path in paths) await app.Api.GetAsync(path);
            await app.Api.PostAsync("/api/secret", $$"""{"realm":"wx","key":"first","key_2":"{{secret}}","unknown":1}""");
            await app.Api.PostAsync("/api/secret", $$"""{"realm":"wx","key":"first","key_2":"{{secret}}" oops""");
            await app.Api.PostAsync("/api/realm", $$"""{"id":"wx","config":{"url":"{{secret}}"} }""");
            await app.Api.PostAsync("/api/sealing/reseal", "{}");
            await app.Api.GetAsync("/api/sealing");
            await TrialAttack.RunAsync(app.Api);
        }
    }
}
