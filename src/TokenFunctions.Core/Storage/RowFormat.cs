namespace TokenFunctions.Storage;

/// <summary>The versions of stored rows. Two releases run at once during an upgrade, so each reads what the one before
/// and the one after it write; their rows differ in cells that are added.</summary>
public static class RowFormat
{
    /// <summary>The version that this release writes into <c>v</c>.</summary>
    public const long Written = 1;

    /// <summary>The versions that this release reads.</summary>
    public static IReadOnlyList<long> Read { get; } = [Written, Written + 1];
}
