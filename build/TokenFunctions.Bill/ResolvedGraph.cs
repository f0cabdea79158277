using System.Text.Json;

namespace TokenFunctions.Bill;

/// <summary>One target of a <c>project.assets.json</c>: which packages it resolved to, and which of them end up in the
/// published folder.</summary>
internal sealed class ResolvedGraph
{
    private static readonly string[] ShippedAssets = ["runtime", "native", "runtimeTargets", "resource"];

    private readonly JsonElement libraries;
    private readonly string[] folders;
    private readonly Dictionary<string, JsonProperty> packages;
    private readonly List<JsonElement> projects;

    public ResolvedGraph(JsonElement assets, string target)
    {
        if (!assets.GetProperty("targets").TryGetProperty(target, out var resolved))
            throw new BillException($"Nothing was restored for {target}.");
        libraries = assets.GetProperty("libraries");
        folders = [.. assets.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name)];
        packages = resolved.EnumerateObject().Where(l => TypeOf(l.Value) == "package")
            .ToDictionary(l => IdOf(l), StringComparer.OrdinalIgnoreCase);
        // The service itself is in another place than the projects that it refers to.
        var service = assets.GetProperty("project").GetProperty("frameworks").GetProperty(target.Split('/')[0]);
        projects = [service, .. resolved.EnumerateObject().Select(l => l.Value).Where(l => TypeOf(l) == "project")];
    }

    /// <summary>The packages of which something is published. Analyzers and other tools of the build are not among
    /// them.</summary>
    public IEnumerable<JsonProperty> Shipped => packages.Values.Where(p => IsShipped(p.Value));

    /// <summary>What the service's own assemblies need, by id.</summary>
    public IReadOnlyList<string> Needs => NeedsOf(projects);

    /// <summary>All about one of them.</summary>
    /// <exception cref="BillException">It is not in any package folder, or must be read first.</exception>
    public Package Read(JsonProperty package)
    {
        var library = libraries.GetProperty(package.Name);
        var path = library.GetProperty("path").GetString()!;
        var folder = folders.Select(f => Path.Combine(f, path)).FirstOrDefault(Directory.Exists)
            ?? throw new BillException($"{package.Name} is in none of {string.Join(", ", folders)}.");
        return PackageFolder.Read(IdOf(package), package.Name.Split('/')[1], folder) with
        {
            ContentHash = library.GetProperty("sha512").GetString(),
            Needs = NeedsOf([package.Value]),
        };
    }

    // A package may hold nothing and only name others: those are what is needed then.
    private List<string> NeedsOf(IEnumerable<JsonElement> libraries) =>
    [
        .. libraries.SelectMany(Dependencies)
            .SelectMany(p => IsShipped(p.Value) ? [IdOf(p)] : NeedsOf([p.Value]))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase),
    ];

    private IEnumerable<JsonProperty> Dependencies(JsonElement library) =>
        library.TryGetProperty("dependencies", out var named)
            ? named.EnumerateObject().Where(d => packages.ContainsKey(d.Name)).Select(d => packages[d.Name])
            : [];

    private static bool IsShipped(JsonElement package) => ShippedAssets.Any(kind =>
        package.TryGetProperty(kind, out var assets)
        && assets.EnumerateObject().Any(a => !a.Name.EndsWith("/_._", StringComparison.Ordinal)));

    private static string IdOf(JsonProperty library) => library.Name.Split('/')[0];

    private static string? TypeOf(JsonElement library) => library.GetProperty("type").GetString();
}
