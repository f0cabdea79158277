using TokenFunctions.Realms.Files;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>What is to happen to one secret.</summary>
/// <param name="Kind">What.</param>
/// <param name="Realm">Its realm.</param>
/// <param name="Key">Its key.</param>
internal sealed record SecretStep(ChangeKind Kind, string Realm, string Key)
{
    /// <summary>What the folder says of it; null = nothing.</summary>
    public WantedSecret? Wanted { get; init; }

    /// <summary>The version that the service has; null = it has none.</summary>
    public long? Version { get; init; }

    /// <summary>What differs, one piece each, no values.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Its name in a report.</summary>
    public string Name => $"secret {Realm}/{Key}";
}
