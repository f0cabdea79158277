using System.Net;
using TokenFunctions.App.Tests.Readme;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The README's commands do what it says.</summary>
[Collection("single apps")]
public sealed class ReadmeTests : IDisposable
{
    private static readonly string[] Apply =
    [
        "dotnet run --project src/TokenFunctions.Host -- apply realms --dry-run", "dotnet run --project src/TokenFunctions.Host -- apply realms",
    ];

    // What CI runs as it stands, in .ci/run; or what needs a program that no registry here has.
    private static readonly string[] RunElsewhere =
    [
        "dotnet run --project src/TokenFunctions.Host -- --demo", "dotnet run --project src/TokenFunctions.Host", "dotnet test",
        "dotnet run --project samples/TokenFunctions.Sample",
        "./publish.sh", "npm ci --prefix tests/node",
        "npm exec --prefix tests/node -- azurite --silent --location data/azurite",
    ];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_curl_command_works_as_printed_against_providers_of_this_machine()
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        var commands = ReadmeText.Commands.Where(c => c.StartsWith("curl", StringComparison.Ordinal)).ToList();
        Assert.Equal(12, commands.Count);

        foreach (var command in commands)
        {
            var request = CurlCommand.Parse(ToThisMachine(command, provider)).At(app.Address);
            var answer = await app.Api.SendAsync(request);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{command}\n{answer.Body}");
            if (command.Contains("/api/realm-test", StringComparison.Ordinal))
                Assert.StartsWith("{\"outcome\":\"token\"", answer.Body, StringComparison.Ordinal);
            if (command.Contains("/token?", StringComparison.Ordinal)) Assert.StartsWith("gated-token-", answer.Token, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_other_command_is_one_that_CI_runs()
    {
        var others = ReadmeText.Commands.Where(c => !c.StartsWith("curl", StringComparison.Ordinal));

        Assert.Equal(RunElsewhere.Concat(Apply).Order(), others.Order());
    }

    [Fact]
    public void Every_setting_is_in_the_table() => Assert.All(
        ["Storage", "VaultUri", "SealingKey", "OlderSealingKeys", "AdminKey", "TrustFunctionKeys", "Egress__Allow", "Egress__Hosts", "Egress__PerRealm", "MaxConnections", "Webhook`", "WebhookKey`", "Times__", "Access__CallerAgeMs", "AuditDays", "Log`", "Console`", "Core__Url", "Core__ApiKey", "Core__FunctionKey", "Core__Scope", "Apply__Service", "Apply__ApiKey", "Apply__FunctionKey"],
        name => Assert.Contains($"`TokenFunctions__{name}", ReadmeText.Whole, StringComparison.Ordinal));

    [Fact]
    public void Every_route_is_in_the_table() => Assert.All(
        Http.RouteTable.All.Where(r => r.Template != "/"),
        route => Assert.Contains(route.Template, ReadmeText.Whole, StringComparison.Ordinal));

    [Fact]
    public async Task Dotnet_run_starts_the_demo()
    {
        await using var demo = ReadmeCommand.Start(folder.Path, RunElsewhere[0]);
        await Eventually.HoldsAsync(() => demo.Output.Contains("Ctrl-C ends both", StringComparison.Ordinal), "The demo is up", TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Dotnet_run_starts_the_sample_which_shows_each_kind_of_renewal()
    {
        await using var sample = ReadmeCommand.Start(folder.Path, RunElsewhere[3]);
        await Eventually.HoldsAsync(() => sample.Output.Contains("\nDone: ", StringComparison.Ordinal), "The sample is done", TimeSpan.FromSeconds(120));

        Evidence.Keep("console", sample.Output);
        Assert.Equal(0, await sample.EndAsync());
        var tokens = sample.Output.Split('\n').Where(line => line.StartsWith("Token generation", StringComparison.Ordinal)).ToList();
        Assert.EndsWith("from upstream: the first one.", tokens[0], StringComparison.Ordinal);
        Assert.Contains(tokens, line => line.Contains("this program reported", StringComparison.Ordinal));
        Assert.Contains(tokens, line => line.Contains("nobody waited for it", StringComparison.Ordinal));
        Assert.DoesNotContain("errcode", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_for_a_program_are_compiled_as_they_stand()
    {
        var source = File.ReadAllText(Path.Combine(AppFolder.Repository, "tests/TokenFunctions.App.Tests/Readme/ClientUse.cs"));
        Assert.Contains(Flat(ReadmeText.ClientUse), Flat(source), StringComparison.Ordinal);

        static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public async Task The_realm_file_is_looked_at_and_then_applied()
    {
        Directory.CreateDirectory(folder.File("realms"));
        await File.WriteAllTextAsync(folder.File("realms/wecom.json"), ReadmeText.RealmFile);
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        var secret = Evidence.Plant("secret");

        Assert.EndsWith("2 differences; nothing was sent.", await ApplyAsync(Apply[0]), StringComparison.Ordinal);
        Assert.EndsWith("Done: 2 made, 0 changed, 0 removed.", await ApplyAsync(Apply[1]), StringComparison.Ordinal);
        Assert.EndsWith("Nothing to do: the service is as the folder says.", await ApplyAsync(Apply[1]), StringComparison.Ordinal);

        async Task<string> ApplyAsync(string command)
        {
            var here = command.Replace(" realms", $" {folder.File("realms")}", StringComparison.Ordinal);
            await using var run = ReadmeCommand.Start(
                folder.Path, here, ("TokenFunctions__Apply__Service", $"{app.Address}"), ("WECOM_SECRET", secret));
            var code = await run.EndAsync();
            Evidence.Keep("console", run.Output);
            Assert.True(code == 0, run.Output);
            return run.Output.Trim();
        }
    }

    [Fact]
    public async Task The_caller_that_it_shows_is_made_as_printed()
    {
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        var lines = ReadmeText.CallerRequest.Split('\n', 2);
        Assert.Equal("POST /api/caller", lines[0]);
        var answer = await app.Api.PostAsync("/api/caller", lines[1]);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Body);
    }

    private static string ToThisMachine(string command, GatedProvider provider) => command
        .Replace("\"preset\": \"wecom-app\"", $$"""
            "preset": "wecom-app", "config": { "url": "{{provider.Address}}/cgi-bin/gettoken" }
            """, StringComparison.Ordinal)
        .Replace("\"config\": { \"policy\"", $$"""
            "config": { "url": "{{provider.Address}}/cgi-bin/token", "policy"
            """, StringComparison.Ordinal)
        .Replace("https://login.example.com", provider.Address, StringComparison.Ordinal);
}
