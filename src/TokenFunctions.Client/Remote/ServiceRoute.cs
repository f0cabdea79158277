namespace TokenFunctions.Client.Remote;

/// <summary>Which of a service's routes for tokens is asked.</summary>
/// <param name="Path">The route.</param>
internal sealed record ServiceRoute(string Path)
{
    /// <summary>The memory in front, which answers programs.</summary>
    public static readonly ServiceRoute Front = new("/api/cache/token");

    /// <summary>The authority itself: what it says was read from the store just now, so that whoever keeps it knows
    /// how old it is. For a front that is a memory of its own.</summary>
    public static readonly ServiceRoute Core = new("/api/token") { Name = "The core" };

    /// <summary>What the service is called in messages; null = by its address. Those who ask a front need not know
    /// where its core is.</summary>
    public string? Name { get; init; }
}
