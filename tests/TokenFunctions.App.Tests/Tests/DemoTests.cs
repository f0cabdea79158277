using System.Net.Sockets;
using System.Text.RegularExpressions;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The first five minutes.</summary>
[Collection("single apps")]
public sealed partial class DemoTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_demo_prints_three_lines_that_work_and_Ctrl_C_ends_all_of_it()
    {
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path), "--demo");
        await Eventually.HoldsAsync(() => app.Output.Contains("Ctrl-C", StringComparison.Ordinal), "The lines are printed");

        var lines = CurlLine().Matches(app.Output).Select(m => m.Groups["address"].Value).ToList();
        Assert.Equal(3, lines.Count);
        var first = await app.Api.GetAsync(lines[0]);
        var again = await app.Api.GetAsync(lines[0]);
        var flushed = await app.Api.GetAsync(lines[1]);
        var status = await app.Api.GetAsync(lines[2]);
        Assert.Equal(("upstream", "cache", "upstream"), (first.Source, again.Source, flushed.Source));
        Assert.Equal(first.Generation + 1, flushed.Generation);
        Assert.Equal("fresh", status.Text("age"));

        await app.InterruptAsync();
        Assert.Equal(0, app.ExitCode);
        var provider = new Uri(ProviderAddress().Match(app.Output).Groups["address"].Value);
        using var probe = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => probe.ConnectAsync(provider.Host, provider.Port));
    }

    [Fact]
    public async Task The_plain_app_says_where_to_go_on_and_keeps_its_data_for_its_owner_only()
    {
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        await Eventually.HoldsAsync(() => app.Output.Contains("README", StringComparison.Ordinal), "The hint is printed");

        if (OperatingSystem.IsWindows()) return;
        var data = Path.Combine(folder.Path, "data");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
        await app.Api.GetAsync("/api/realm");
        foreach (var file in Directory.GetFiles(data)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.NotEmpty(Directory.GetFiles(data));
    }

    [GeneratedRegex("curl '(?<address>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CurlLine();

    [GeneratedRegex(@"sample provider at (?<address>http://\S+?)\.\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProviderAddress();
}
