using TokenFunctions.Realms.Files;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>What is to happen to one realm, and behind it to its secrets.</summary>
/// <param name="Kind">What.</param>
/// <param name="Id">The realm's id.</param>
internal sealed record RealmStep(ChangeKind Kind, string Id)
{
    /// <summary>What the folder says of it; null = nothing.</summary>
    public RealmFile? Wanted { get; init; }

    /// <summary>The version that the difference was made from; null = the service has no such realm.</summary>
    public long? Version { get; init; }

    /// <summary>What differs, one piece each; what may be confidential is masked.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What is to happen to its secrets.</summary>
    public IReadOnlyList<SecretStep> Secrets { get; init; } = [];

    /// <summary>Its name in a report.</summary>
    public string Name => $"realm {Id}";
}
