namespace TokenFunctions.Realms.Responses;

/// <summary>How long a token lives, or why that is not known.</summary>
/// <param name="Life">The life from now on; null = no end, or there is a fault.</param>
/// <param name="Rule">The member of the config that it was found by; null = no end, or there is a fault.</param>
/// <param name="Fault">One sentence; null = none.</param>
internal sealed record LifeReading(TimeSpan? Life, string? Rule, string? Fault)
{
    /// <summary>A token without an end.</summary>
    public static readonly LifeReading Endless = new(null, null, null);

    /// <summary>A fault.</summary>
    public static LifeReading Failed(string fault) => new(null, null, fault);
}
