using System.Text.Json;

namespace TokenFunctions.Bill;

/// <summary>What is published: the service and the packages in it.</summary>
/// <param name="Version">The service's version.</param>
/// <param name="Packages">The packages, by id.</param>
/// <param name="Needs">What the service's own assemblies need of them, by id.</param>
internal sealed record Shipment(string Version, IReadOnlyList<Package> Packages, IReadOnlyList<string> Needs)
{
    /// <summary>Reads what NuGet resolved.</summary>
    /// <param name="assets">The file <c>project.assets.json</c> of the Host.</param>
    /// <param name="target">The target in it, such as <c>net10.0/linux-x64</c>.</param>
    /// <param name="packs">The folders of parts of .NET that are published too.</param>
    /// <exception cref="BillException">A package is not there, or something about it must be read first.</exception>
    public static Shipment Read(string assets, string target, IReadOnlyList<string> packs)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        var resolved = new ResolvedGraph(json.RootElement, target);
        var packages = resolved.Shipped.Select(resolved.Read).Concat(packs.Select(PackageFolder.ReadPack));
        return new Shipment(
            json.RootElement.GetProperty("project").GetProperty("version").GetString()!,
            [.. packages.OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase)],
            resolved.Needs);
    }
}
