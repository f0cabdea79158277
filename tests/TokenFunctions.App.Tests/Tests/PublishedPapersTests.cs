using System.Text.Json;
using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The published folder tells what it is made of.</summary>
public sealed class PublishedPapersTests
{
    private static readonly JsonElement Bom =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppFolder.Path, "bom.json"))).RootElement;

    [Fact]
    public void Each_assembly_of_others_belongs_to_a_package_of_the_bill()
    {
        using var described = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppFolder.Path, "TokenFunctions.Host.deps.json")));
        var published = described.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(l => l.Value.GetProperty("type").GetString() == "package")
            .Select(l => l.Name)
            .Where(name => HasFile(described.RootElement, name));
        var listed = Components().Where(c => !c.StartsWith("Microsoft.NETCore.App.Host.", StringComparison.Ordinal));

        Assert.Equal(published.Order(StringComparer.OrdinalIgnoreCase), listed.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_program_that_starts_it_is_on_the_bill() =>
        Assert.Single(Components(), c => c.StartsWith("Microsoft.NETCore.App.Host.", StringComparison.Ordinal));

    [Theory]
    [InlineData("LICENSE")]
    [InlineData("THIRD-PARTY-NOTICES.md")]
    public void Licence_and_notices_lie_beside_it(string file) => Assert.Equal(
        File.ReadAllText(Path.Combine(AppFolder.Repository, file)), File.ReadAllText(Path.Combine(AppFolder.Path, file)));

    [Fact]
    public void Notices_of_packages_lie_in_their_folder() =>
        Assert.Contains("System.Memory.Data.txt", Directory.GetFiles(Path.Combine(AppFolder.Path, "notices")).Select(Path.GetFileName));

    private static IEnumerable<string> Components() => Bom.GetProperty("components").EnumerateArray()
        .Select(c => $"{c.GetProperty("name").GetString()}/{c.GetProperty("version").GetString()}");

    private static bool HasFile(JsonElement described, string library) => described.GetProperty("targets").EnumerateObject()
        .Select(t => t.Value)
        .Where(t => t.TryGetProperty(library, out _))
        .SelectMany(t => t.GetProperty(library).EnumerateObject())
        .Any(p => p.Name is "runtime" or "native" or "runtimeTargets" && p.Value.EnumerateObject().Any());
}
