using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Resealing;

/// <summary>The tables with sealed values, in the order in which a round comes by them. What else is sealed one day
/// must be named here too.</summary>
internal static class SealedTables
{
    /// <summary>The table that a round begins with.</summary>
    public const string First = TokenStore.TableName;

    /// <summary>The tables' names.</summary>
    public static IReadOnlyList<string> Names => Ordered;

    private static readonly string[] Ordered = [First, InputStore.TableName, TableVault.TableName];
    private static readonly SealedCell[] Cells = [.. TokenStore.Cells, .. InputStore.Cells, .. TableVault.Cells];

    /// <summary>The sealed cells of a table.</summary>
    public static IEnumerable<SealedCell> CellsOf(string table) =>
        Cells.Where(cell => string.Equals(cell.Table, table, StringComparison.Ordinal));

    /// <summary>The place of a table in a round, from 0; -1 = this release does not know it.</summary>
    public static int NumberOf(string table) => Array.IndexOf(Ordered, table);

    /// <summary>The table after that one; null = it was the last.</summary>
    public static string? After(string table) => Ordered.ElementAtOrDefault(NumberOf(table) + 1);
}
