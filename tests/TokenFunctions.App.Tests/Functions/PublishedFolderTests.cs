using System.Text.Json;
using TokenFunctions.App.Tests.Functions.Host;
using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Functions;

/// <summary>What lies in the folder that the Functions host starts, and what does not.</summary>
public sealed class PublishedFolderTests
{
    private static bool IsPackage => FunctionsFolder.Path != AppFolder.Path;

    [Fact]
    public void It_holds_what_the_Functions_host_needs()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(FileOf("host.json")));
        var handler = host.RootElement.GetProperty("customHandler");
        var program = handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        Assert.True(program == "dotnet" || MayBeRun(FileOf(program)));
        Assert.True(handler.GetProperty("enableForwardingHttpRequest").GetBoolean() && handler.GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.True(File.Exists(FileOf("PreRefresh/function.json")));
    }

    [Fact]
    public void It_holds_nothing_that_a_server_does_not_need()
    {
        string[] spare = ["local.settings.json", "web.config", "*.xml", "appsettings*.json", "createdump", .. IsPackage ? ["*.pdb"] : (string[])[]];
        Assert.All(spare, pattern => Assert.Empty(Directory.GetFiles(FunctionsFolder.Path, pattern, SearchOption.AllDirectories)));
    }

    [Fact]
    public void The_bill_lists_the_runtime_where_it_is_in_the_folder()
    {
        using var bom = JsonDocument.Parse(File.ReadAllText(FileOf("bom.json")));
        var runtimes = bom.RootElement.GetProperty("components").EnumerateArray()
            .Select(c => c.GetProperty("name").GetString()!)
            .Where(name => name.Contains(".App.Runtime.", StringComparison.Ordinal));

        Assert.Equal(File.Exists(FileOf("libcoreclr.so")) ? 2 : 0, runtimes.Count());
    }

    private static bool MayBeRun(string file) =>
        OperatingSystem.IsWindows() ? File.Exists(file) : File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherExecute);

    private static string FileOf(string name) => Path.Combine(FunctionsFolder.Path, name);
}
