using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests;

/// <summary>What <c>dotnet publish -p:AuthLevel=…</c> does to the published functions.</summary>
public sealed class AuthLevelTests : IDisposable
{
    private static readonly string Project = Path.Combine(
        typeof(AuthLevelTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!,
        "src", "TokenFunctions.Host");

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_function_is_opened_but_those_that_were_open_and_the_timer()
    {
        var before = Copy();
        var (exit, output) = await RunAsync("anonymous");

        Assert.True(exit == 0, output);
        foreach (var (name, text) in before)
        {
            var expected = text.Replace("\"authLevel\": \"function\"", "\"authLevel\": \"anonymous\"", StringComparison.Ordinal);
            var now = await File.ReadAllTextAsync(Path.Combine(folder.Path, name, "function.json"));
            Assert.Equal(expected.TrimEnd(), now.TrimEnd());
            Assert.Equal(name == "PreRefresh" ? null : "anonymous", LevelOf(now));
        }

        Assert.True(before.Count(function => LevelOf(function.Text) == "function") > 10);
        Assert.Equal(5, before.Count(function => LevelOf(function.Text) == "anonymous"));
    }

    [Theory]
    [InlineData("function", true)]
    [InlineData("admin", false)]
    public async Task Otherwise_nothing_is_written(string level, bool isLevel)
    {
        var before = Copy();
        var (exit, output) = await RunAsync(level);

        Assert.Equal(isLevel, exit == 0);
        if (!isLevel) Assert.Contains("AuthLevel must be function or anonymous", output, StringComparison.Ordinal);
        Assert.All(before, f => Assert.Equal(f.Text, File.ReadAllText(Path.Combine(folder.Path, f.Name, "function.json"))));
    }

    [Fact]
    public void Publishing_copies_the_functions_anew_so_that_a_level_can_be_taken_back() => Assert.Contains(
        "Functions/**/function.json\" Link=\"%(RecursiveDir)%(Filename)%(Extension)\" CopyToPublishDirectory=\"Always\"",
        File.ReadAllText(Path.Combine(Project, "TokenFunctions.Host.csproj")), StringComparison.Ordinal);

    private List<(string Name, string Text)> Copy()
    {
        var functions = new List<(string Name, string Text)>();
        foreach (var source in Directory.GetDirectories(Path.Combine(Project, "Functions")))
        {
            var name = Path.GetFileName(source);
            var text = File.ReadAllText(Path.Combine(source, "function.json"));
            Directory.CreateDirectory(Path.Combine(folder.Path, name));
            File.WriteAllText(Path.Combine(folder.Path, name, "function.json"), text);
            functions.Add((name, text));
        }

        return functions;
    }

    // The step of publishing that writes the level, without the minutes of the others.
    private async Task<(int Exit, string Output)> RunAsync(string level)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["msbuild", Project, "-t:WriteAuthLevel", $"-p:AuthLevel={level}", $"-p:PublishDir={folder.Path}/", "-nologo", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string? LevelOf(string function)
    {
        using var json = JsonDocument.Parse(function);
        var trigger = json.RootElement.GetProperty("bindings")[0];
        return trigger.TryGetProperty("authLevel", out var level) ? level.GetString() : null;
    }
}
