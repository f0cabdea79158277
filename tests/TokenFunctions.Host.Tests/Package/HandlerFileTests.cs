using System.Text.Json;
using TokenFunctions.Host.Tests.Documents;
using TokenFunctions.Package;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Package;

public sealed class HandlerFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public HandlerFileTests() => File.WriteAllText(folder.File("host.json"), Repository.Read("host.json"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_the_package_brings_along_is_started_itself()
    {
        File.WriteAllText(folder.File("TokenFunctions.Host"), "");

        var handler = new HandlerFile(folder.Path).Read();

        Assert.Equal("TokenFunctions.Host", handler.OwnProgram(folder.Path));
        Assert.Empty(handler.Arguments);
    }

    [Fact]
    public void Without_the_runtime_the_machines_dotnet_starts_it_and_all_else_of_the_file_stays()
    {
        new HandlerFile(folder.Path).StartByDotnet("TokenFunctions.Host.dll");

        var handler = new HandlerFile(folder.Path).Read();
        Assert.Null(handler.OwnProgram(folder.Path));
        Assert.Equal(("dotnet", "TokenFunctions.Host.dll"), (handler.Program, Assert.Single(handler.Arguments)));
        using var now = JsonDocument.Parse(File.ReadAllText(folder.File("host.json")));
        using var before = JsonDocument.Parse(Repository.Read("host.json"));
        Assert.Equal(Others(before), Others(now));
    }

    private static IEnumerable<string> Others(JsonDocument host) => host.RootElement.EnumerateObject()
        .SelectMany(m => m.Name == "customHandler" ? m.Value.EnumerateObject().Where(h => h.Name != "description") : [m])
        .Select(m => $"{m.Name}={JsonSerializer.Serialize(m.Value)}");
}
