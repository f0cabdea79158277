namespace TokenFunctions.Resealing;

/// <summary>A sealed value that a pass could not seal again. It stays as it is.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cell">The cell of its row.</param>
/// <param name="Realm">Whose realm it belongs to; null = nothing names it any more.</param>
/// <param name="Key">The key of that realm; null as the realm.</param>
/// <param name="Fault"><c>changed</c>, <c>unknown_key</c>, or <c>too_large</c> for the store.</param>
public sealed record BrokenValue(string Table, string Cell, string? Realm, string? Key, string Fault)
{
    /// <summary>It was changed or moved since it was sealed.</summary>
    public const string Changed = "changed";

    /// <summary>Its key is not among the sealing keys.</summary>
    public const string UnknownKey = "unknown_key";

    /// <summary>Under the active key its row is larger than the store can hold.</summary>
    public const string TooLarge = "too_large";
}
