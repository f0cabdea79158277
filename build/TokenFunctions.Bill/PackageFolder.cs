using System.Text.Json;
using System.Xml.Linq;

namespace TokenFunctions.Bill;

/// <summary>What a package says of itself, in its nuspec.</summary>
internal static class PackageFolder
{
    private const string Microsoft = "© Microsoft Corporation. All rights reserved.";

    /// <summary>The part of .NET that lies in a folder <c>ID/VERSION</c>, of the SDK or of NuGet.</summary>
    /// <exception cref="BillException">It does not say enough.</exception>
    public static Package ReadPack(string folder)
    {
        var path = new DirectoryInfo(folder);
        return Read(path.Parent!.Name, path.Name, path.FullName);
    }

    /// <summary>The package that lies unpacked in a folder.</summary>
    /// <exception cref="BillException">It does not say enough, or its licence is one that nobody has read.</exception>
    public static Package Read(string id, string version, string folder)
    {
        var nuspec = Path.Combine(folder, $"{id.ToLowerInvariant()}.nuspec");
        if (!File.Exists(nuspec)) return OfSdk(id, version, folder);
        var told = XDocument.Load(nuspec).Root!.Elements().First(e => Is(e, "metadata")).Elements().ToList();
        var name = $"{id} {version}";
        return new Package
        {
            Id = Text(told, "id") ?? id,
            Version = version,
            Folder = folder,
            ContentHash = HashIn(folder),
            Licence = LicenceOf(told, folder, name),
            Copyright = Text(told, "copyright") ?? Text(told, "authors")
                ?? throw new BillException($"{name} says nothing of who made it."),
            Source = told.Find(e => Is(e, "repository"))?.Attribute("url")?.Value ?? Text(told, "projectUrl"),
        };
    }

    // The packs that come with the SDK are .NET's own and have no nuspec.
    private static Package OfSdk(string id, string version, string folder) =>
        id.StartsWith("Microsoft.NETCore.App.", StringComparison.Ordinal)
            ? new Package
            {
                Id = id,
                Version = version,
                Folder = folder,
                Licence = new Licence("MIT"),
                Copyright = Microsoft,
                Source = "https://github.com/dotnet/dotnet",
            }
            : throw new BillException($"{id} {version} has no nuspec in {folder}.");

    private static Licence LicenceOf(List<XElement> told, string folder, string name)
    {
        if (told.Find(e => Is(e, "license")) is not { } licence) return Licences.At(Text(told, "licenseUrl"), name);
        return licence.Attribute("type")?.Value == "file"
            ? Licences.Of(File.ReadAllText(Path.Combine(folder, licence.Value)))
            : Licences.Named(licence.Value.Trim(), name);
    }

    private static string? HashIn(string folder)
    {
        var file = Path.Combine(folder, ".nupkg.metadata");
        if (!File.Exists(file)) return null;
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.GetProperty("contentHash").GetString();
    }

    // Nuspecs are in several namespaces, by age.
    private static bool Is(XElement element, string name) =>
        element.Name.LocalName.Equals(name, StringComparison.Ordinal);

    private static string? Text(List<XElement> told, string name) =>
        told.Find(e => Is(e, name))?.Value is { Length: > 0 } text
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : null;
}
