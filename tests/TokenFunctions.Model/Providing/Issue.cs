namespace TokenFunctions.Model.Providing;

/// <summary>A token as the provider knows it.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Key">Whose it is.</param>
/// <param name="Account">The credential that it was got with.</param>
/// <param name="At">When it was issued, true time.</param>
/// <param name="End">When it ends by itself.</param>
/// <param name="Call">The call that brought it.</param>
public sealed record Issue(string Value, string Key, string Account, DateTimeOffset At, DateTimeOffset End, ProviderCall Call)
{
    /// <summary>From when the provider refuses it because it issued a newer one; null = it did not.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>The one that replaced it.</summary>
    public Issue? Newer { get; set; }

    /// <summary>Whether the provider takes it.</summary>
    public bool IsAlive(DateTimeOffset now) => now < End && !(ReplacedAt <= now);
}
