using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage.Sealing;

/// <summary>A cell of a table that holds sealed values.</summary>
/// <param name="Table">The table.</param>
/// <param name="Name">The cell.</param>
/// <param name="Place">The place that a row's value is sealed for.</param>
internal sealed record SealedCell(string Table, string Name, Func<Row, string> Place);
