using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TokenFunctions.App.Tests.App;
using TokenFunctions.App.Tests.Providers;
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
        await AttackDatabaseAsync("text");
        await AttackDatabaseAsync("json");
        await AttackAzuriteAsync();

        Assert.True(Evidence.All.Count > 20 && Evidence.Forbidden.Count > 4, $"{Evidence.All.Count} texts, {Evidence.Forbidden.Count} values");
        var forms = Evidence.Forbidden.SelectMany(Forms.Of).ToHashSet(StringComparer.Ordinal);
        var any = SearchValues.Create([.. forms], StringComparison.Ordinal);
        var leaks = from evidence in Evidence.All
                    where evidence.Text.AsSpan().ContainsAny(any)
                    from form in forms
                    where evidence.Text.Contains(form, StringComparison.Ordinal)
                    select $"{evidence.Where}: {form[..Math.Min(16, form.Length)]}…";
        Assert.Empty(leaks);
    }

    // What the evidence is searched for must be found in each form, or a clean search would say nothing.
    [Fact]
    public void The_search_finds_a_value_in_each_form()
    {
        const string Value = "planted-value";
        var authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"id:{Value}"))}";

        Assert.Contains(Forms.Of(Value), form => authorization.Contains(form, StringComparison.Ordinal));
        Assert.Contains(Forms.Of("a b"), form => "?x=a%20b".Contains(form, StringComparison.Ordinal));
        Assert.All(Written("planted/value+\u00fc"), text => Assert.Contains(Forms.Of("planted/value+\u00fc"), form => text.Contains(form, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Written(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return $"x={Uri.EscapeDataString(value)}&y";
        yield return $"x={Uri.EscapeDataString(Uri.EscapeDataString(value))}";
        yield return Convert.ToHexString(bytes) + Convert.ToHexStringLower([0, .. bytes]);
        yield return Convert.ToHexStringLower(bytes);
        yield return JsonSerializer.Serialize(value);
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. "{\"a"u8[..before], .. bytes, .. "\"}"u8]);
            yield return text;
            yield return text.Replace('+', '-').Replace('/', '_').TrimEnd('=');
        }
    }

    private static async Task AttackDatabaseAsync(string log)
    {
        using var folder = new TempFolder();
        await RefusedStartsAsync(folder.Path);
        await AttackAsync(new AppSettings(folder.Path).With(("TokenFunctions__Log", log)));
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
            await AttackAsync(new AppSettings(folder.Path).With(("TokenFunctions__Storage", azurite.ConnectionString), ("TokenFunctions__Log", "json")));
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
    private static async Task AttackAsync(AppSettings given)
    {
        var (admin, secret, functionKey) = (Evidence.Plant("admin"), Evidence.Plant("secret"), Evidence.Plant("function-key"));
        var (sealing, webhook) = (PlantKey(), PlantKey());
        await using var provider = await SampleProvider.StartAsync(new SampleProviderOptions { AppSecret = secret }, TimeProvider.System);
        await using var receiver = await NoticeReceiver.StartAsync(webhook);
        var settings = (given with { AdminKey = admin }).With(
            ("TokenFunctions__SealingKey", sealing), ("TokenFunctions__Webhook", receiver.Address.AbsoluteUri), ("TokenFunctions__WebhookKey", webhook));
        await using (var app = await AppProcess.StartAsync(settings))
        {
            await using var telemetry = await ToldTelemetry.ListenAsync(app.Id);
            Assert.Equal("unauthorized", (await app.Api.GetAsync($"/api/realm?code={functionKey}")).Code);
            await WrongKeysAsync(app.Address, functionKey);
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
            await TellsAsync(telemetry);
            await app.InterruptAsync();
            // Or the lines would not have been searched.
            if (settings.Variables["TokenFunctions__Log"] == "json")
                Assert.Contains(app.Events, line => line.StartsWith("""{"event":"renewed",""", StringComparison.Ordinal));
            await telemetry.EndAsync();
            Evidence.Keep("traces and metrics", telemetry.Text);
        }
    }

    // It must hold what the app was asked and what it asked, or there would be nothing to search.
    private static Task TellsAsync(ToldTelemetry telemetry)
    {
        string[] told = ["HttpRequestIn", "http.route=/api/secret", "http.server.request.duration", "http.client.request.duration"];
        return Eventually.HoldsAsync(
            () => Array.TrueForAll(told, expected => telemetry.Text.Contains(expected, StringComparison.Ordinal)), "Traces and figures are told");
    }

    private static string PlantKey()
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Evidence.Hide(key);
        return key;
    }

    // Keys that are nobody's, one of them of the form that callers' keys have; the names of the headers may be told.
    private static async Task WrongKeysAsync(Uri address, string functionKey)
    {
        foreach (var (header, value) in new[]
        {
            ("x-api-key", $"tfk_sweep_{Evidence.PlantWord()}"), ("x-api-key", Evidence.Plant("wrong")), ("Authorization", $"Bearer {Evidence.Plant("bearer")}"),
            ("Authorization", $"Basic {Evidence.Plant("basic")}"), ("x-functions-key", functionKey),
        })
        {
            using var api = new ApiClient(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/realm");
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.True((int)(await api.SendAsync(request)).Status is 401 or 403 or 429, header);
        }
    }

    // Settings that are refused: the sentence names them and does not hold them.
    private static async Task RefusedStartsAsync(string folder)
    {
        foreach (var (name, value) in new[]
        {
            ("TokenFunctions__SealingKey", Evidence.Plant("sealing")), ("TokenFunctions__AdminKey", Evidence.PlantWord()), ("TokenFunctions__WebhookKey", Evidence.Plant("webhook")),
            ("TokenFunctions__Core__ApiKey", Evidence.Plant("core")), ("TokenFunctions__Core__FunctionKey", Evidence.Plant("core")), ("TokenFunctions__Core__Url", $"https://user:{Evidence.PlantWord()}@a.example/"),
            ("TokenFunctions__Storage", $"AccountName=abc;AccountKey={Evidence.Plant("account")}"), ("TokenFunctions__Webhook", $"https://user:{Evidence.PlantWord()}@a.example/{Evidence.PlantWord()}"),
        })
        {
            await using var app = AppProcess.Launch(new AppSettings(folder).With((name, value)));
            await app.WaitForExitAsync();
            Assert.Equal((true, 1), (app.Output.Contains(name, StringComparison.Ordinal), app.ExitCode));
        }
    }
}
