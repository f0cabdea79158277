namespace TokenFunctions.Bill;

/// <summary>A package of which the published folder holds a part.</summary>
internal sealed record Package
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-512 over the package's content, in base64, as lock files have it; null = it came with the SDK,
    /// which does not tell.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Where it lies unpacked.</summary>
    public required string Folder { get; init; }

    public required Licence Licence { get; init; }

    public required string Copyright { get; init; }

    /// <summary>Where its source is; null = it does not tell.</summary>
    public string? Source { get; init; }

    /// <summary>The shipped packages that it needs, by id.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Its address in the package URL scheme.</summary>
    public string Purl => $"pkg:nuget/{Id}@{Version}";
}
