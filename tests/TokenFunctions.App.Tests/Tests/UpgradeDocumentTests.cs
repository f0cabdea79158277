using System.Net;
using TokenFunctions.App.Tests.Readme;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The commands of docs/upgrade.md do what it says.</summary>
[Collection("single apps")]
public sealed class UpgradeDocumentTests : IDisposable
{
    private const string Program = "./TokenFunctions.Host ";
    private static readonly string Page = File.ReadAllText(Path.Combine(AppFolder.Repository, "docs/upgrade.md"));
    private static readonly string[] Commands = [.. CodeBlocks.Of(Page, "sh").SelectMany(CodeBlocks.Commands)];
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_command_works_as_printed()
    {
        var settings = new AppSettings(folder.Path);
        await using (var app = await AppProcess.StartAsync(settings))
        {
            await app.Api.SetUpAsync("r", RealmConfigs.Plain("https://example.com", ""), "k", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
            foreach (var command in Commands.Where(c => c.StartsWith("curl", StringComparison.Ordinal)))
                Assert.Equal(HttpStatusCode.OK, (await app.Api.SendAsync(CurlCommand.Parse(command).At(app.Address))).Status);
            await RunAsync(settings, Assert.Single(Commands, c => c.StartsWith($"{Program}backup", StringComparison.Ordinal)));
            await app.KillAsync();
        }

        var restores = Commands.Where(c => c.StartsWith($"{Program}restore", StringComparison.Ordinal)).ToList();
        Directory.Delete(folder.File("data"), recursive: true);
        foreach (var command in restores.OrderBy(c => c.Length)) await RunAsync(settings, command);

        Evidence.Hide((await File.ReadAllTextAsync(folder.File("backups/monday/sealing.key"))).Trim());
        await using var again = await AppProcess.StartAsync(settings);
        Assert.Equal(HttpStatusCode.OK, (await again.Api.GetAsync("/api/secret/r/k")).Status);
        Assert.Equal(5, Commands.Length);
        Assert.Equal(2, restores.Count);
    }

    [Fact]
    public void It_names_the_format_that_this_release_writes() =>
        Assert.Contains($"**format {Storage.Formats.RowFormat.Own}**", Page, StringComparison.Ordinal);

    private static async Task RunAsync(AppSettings settings, string command)
    {
        await using var run = AppProcess.Launch(settings, command[Program.Length..].Split(' '));
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, run.Output);
    }
}
