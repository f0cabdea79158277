using System.Net;
using TokenFunctions.App.Tests.App;
using TokenFunctions.App.Tests.Providers;
using TokenFunctions.App.Tests.Readme;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The README's commands do what it says.</summary>
[Collection("apps")]
public sealed class ReadmeTests : IDisposable
{
    // What CI runs as it stands, in .ci/run; or what needs a program that no registry here has.
    private static readonly string[] RunElsewhere =
    [
        "dotnet run --project src/TokenFunctions.Host -- --demo", "dotnet run --project src/TokenFunctions.Host", "dotnet test",
        "dotnet publish src/TokenFunctions.Host -c Release", "npm ci --prefix tests/node",
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
        Assert.Equal(10, commands.Count);

        foreach (var command in commands)
        {
            var request = CurlCommand.Parse(ToThisMachine(command, provider)).At(app.Address);
            var answer = await app.Api.SendAsync(request);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{command}\n{answer.Body}");
            if (command.Contains("/token?", StringComparison.Ordinal)) Assert.StartsWith("gated-token-", answer.Token, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_other_command_is_one_that_CI_runs()
    {
        var others = ReadmeText.Commands.Where(c => !c.StartsWith("curl", StringComparison.Ordinal));

        Assert.Equal(RunElsewhere.Order(), others.Order());
    }

    [Fact]
    public void Every_setting_is_in_the_table() => Assert.All(
        ["Storage", "VaultUri", "SealingKey", "AdminKey", "TrustFunctionKeys", "Egress__Allow", "Times__"],
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

    private static string ToThisMachine(string command, GatedProvider provider) => command
        .Replace("https://qyapi.weixin.qq.com", provider.Address, StringComparison.Ordinal)
        .Replace("https://api.weixin.qq.com", provider.Address, StringComparison.Ordinal)
        .Replace("https://login.example.com", provider.Address, StringComparison.Ordinal);
}
