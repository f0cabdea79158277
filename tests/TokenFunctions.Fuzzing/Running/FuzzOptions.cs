namespace TokenFunctions.Fuzzing.Running;

/// <summary>What a run is told.</summary>
internal sealed record FuzzOptions
{
    /// <summary>How many requests are sent.</summary>
    public int Requests { get; init; } = 20_000;

    /// <summary>The seed that they are drawn from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The only request to send, after those that make the realms; null = all.</summary>
    public int? Only { get; init; }

    /// <summary>How many connections are used at once.</summary>
    public int Connections { get; init; } = 12;

    /// <summary>After how many requests the store is looked through.</summary>
    public int Batch { get; init; } = 5_000;
}
