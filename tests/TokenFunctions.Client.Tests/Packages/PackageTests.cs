using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace TokenFunctions.Client.Tests.Packages;

/// <summary>What users of the packages get.</summary>
public sealed class PackageTests(Pack pack) : IClassFixture<Pack>
{
    [Theory]
    [InlineData("TokenFunctions.Core")]
    [InlineData("TokenFunctions.Client")]
    [InlineData("TokenFunctions.Sqlite")]
    public void A_package_has_readme_licence_and_documentation(string package)
    {
        var files = pack.Files(package);

        Assert.Equal(File.ReadAllBytes(Repository.File("src", package, "README.md")), files["README.md"]);
        Assert.StartsWith("MIT License", Encoding.UTF8.GetString(files["LICENSE"]), StringComparison.Ordinal);
        Assert.Contains($"lib/net10.0/{package}.dll", files.Keys);
        Assert.Contains(
            "<summary>", Encoding.UTF8.GetString(files[$"lib/net10.0/{package}.xml"]), StringComparison.Ordinal);
        var about = Metadata(files[$"{package}.nuspec"]);
        Assert.Equal("LICENSE", about["license"]);
        Assert.Equal("README.md", about["readme"]);
        Assert.NotEmpty(about["description"]);
    }

    [Fact]
    public void The_client_needs_the_core_and_no_server_and_no_database()
    {
        var files = pack.Files("TokenFunctions.Client");
        var nuspec = XDocument.Load(new MemoryStream(files["TokenFunctions.Client.nuspec"]));
        var needed = nuspec.Descendants().Where(e => e.Name.LocalName == "dependency")
            .Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["Azure.Core", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions",
             "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions", "TokenFunctions.Core"],
            needed);
        Assert.DoesNotContain(nuspec.Descendants(), e => e.Name.LocalName == "frameworkReference");
    }

    [Theory]
    [InlineData("TokenFunctions.Core")]
    [InlineData("TokenFunctions.Client")]
    [InlineData("TokenFunctions.Sqlite")]
    public void Symbols_are_beside_it_with_their_sources_and_tell_of_no_machine(string package)
    {
        var symbols = pack.Files(package, "snupkg")[$"lib/net10.0/{package}.pdb"];
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        var reader = provider.GetMetadataReader();
        var documents = reader.Documents.Select(d => reader.GetString(reader.GetDocument(d).Name)).ToList();

        Assert.NotEmpty(documents);
        Assert.All(documents, document => Assert.StartsWith("/_/", document, StringComparison.Ordinal));
        foreach (var file in pack.Files(package))
            Assert.False(TellsOfMachine(file.Value), $"{file.Key} of {package} holds a path of this machine.");
    }

    private bool TellsOfMachine(byte[] file) =>
        new[] { Repository.Root.TrimEnd(Path.DirectorySeparatorChar), pack.Folder }.Any(path =>
            file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)) >= 0
            || file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(path)) >= 0);

    private static Dictionary<string, string> Metadata(byte[] nuspec) =>
        XDocument.Load(new MemoryStream(nuspec)).Descendants()
            .First(e => e.Name.LocalName == "metadata").Elements()
            .GroupBy(e => e.Name.LocalName, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal);
}
