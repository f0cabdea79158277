namespace TokenFunctions.Http.Callers;

/// <summary>How the saving of a caller ended.</summary>
/// <param name="Saved">The caller as it was stored; null = nothing was.</param>
public sealed record CallerSaving(Caller? Saved)
{
    /// <summary>The caller that has the Entra application or role already; null = that was not in the way.</summary>
    public string? TakenBy { get; init; }
}
