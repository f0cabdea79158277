using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Planting;

/// <summary>What a fault does to the rows of tokens that one instance reads and writes.</summary>
internal sealed record Alteration
{
    /// <summary>What becomes of a row that is read.</summary>
    public Func<Row, Row> Read { get; init; } = row => row;

    /// <summary>What becomes of a row that is written.</summary>
    public Func<Row, Row> Write { get; init; } = row => row;

    /// <summary>The row without some cells.</summary>
    public static Row Without(Row row, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) row.Set(cell, (string?)null);
        return row;
    }
}
