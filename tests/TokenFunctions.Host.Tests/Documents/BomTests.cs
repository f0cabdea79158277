using System.Text.Json;
using TokenFunctions.Bill;

namespace TokenFunctions.Host.Tests.Documents;

/// <summary>The bill of materials: CycloneDX 1.6, of what is shipped, the same bytes each time.</summary>
public sealed class BomTests
{
    private static readonly Shipment Shipped = Shipment.Read(Repository.HostAssets, "net10.0/linux-x64", []);

    [Fact]
    public void The_same_packages_give_the_same_bytes()
    {
        Assert.Equal(Bom.Of(Shipped), Bom.Of(Shipment.Read(Repository.HostAssets, "net10.0/linux-x64", [])));
    }

    [Fact]
    public void Other_packages_give_another_number()
    {
        var other = Shipped with { Packages = [.. Shipped.Packages.Select(p => p with { ContentHash = null })] };

        Assert.NotEqual(Serial(Read(Shipped)), Serial(Read(other)));
        Assert.StartsWith("urn:uuid:", Serial(Read(Shipped)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_package_has_version_hash_licence_and_address()
    {
        var bom = Read(Shipped);
        var components = bom.GetProperty("components").EnumerateArray().ToList();

        Assert.Equal(("CycloneDX", "1.6"), (bom.GetProperty("bomFormat").GetString(), bom.GetProperty("specVersion").GetString()));
        Assert.Equal(Shipped.Packages.Select(p => p.Purl), components.Select(c => c.GetProperty("purl").GetString()));
        Assert.All(components, component =>
        {
            var hash = component.GetProperty("hashes")[0];
            Assert.Equal(("SHA-512", 128), (hash.GetProperty("alg").GetString(), hash.GetProperty("content").GetString()!.Length));
            Assert.NotEmpty(component.GetProperty("licenses")[0].GetProperty("license").EnumerateObject());
            Assert.NotEmpty(component.GetProperty("version").GetString()!);
        });
    }

    [Fact]
    public void The_hash_is_that_of_the_lock_file()
    {
        using var locked = JsonDocument.Parse(Repository.Read("src/TokenFunctions.Host/packages.lock.json"));
        var hashes = locked.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(p => p.Value.TryGetProperty("contentHash", out _))
            .ToDictionary(p => p.Name, p => p.Value.GetProperty("contentHash").GetString(), StringComparer.OrdinalIgnoreCase);

        Assert.All(Shipped.Packages, package => Assert.Equal(hashes[package.Id], package.ContentHash));
    }

    [Fact]
    public void Everything_is_reached_from_the_service()
    {
        var needs = Read(Shipped).GetProperty("dependencies").EnumerateArray().ToDictionary(
            d => d.GetProperty("ref").GetString()!,
            d => d.GetProperty("dependsOn").EnumerateArray().Select(n => n.GetString()!).ToList(),
            StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Reach($"TokenFunctions@{Shipped.Version}");

        Assert.Equal(needs.Keys.Order(), reached.Order());

        void Reach(string reference)
        {
            if (reached.Add(reference)) needs[reference].ForEach(Reach);
        }
    }

    private static JsonElement Read(Shipment shipment) => JsonDocument.Parse(Bom.Of(shipment)).RootElement;

    private static string Serial(JsonElement bom) => bom.GetProperty("serialNumber").GetString()!;
}
