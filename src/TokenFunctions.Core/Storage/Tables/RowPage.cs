namespace TokenFunctions.Storage.Tables;

/// <summary>A part of a query's rows. A page may be empty and still have a continuation.</summary>
/// <param name="Rows">The rows, in the order of their addresses.</param>
/// <param name="Continuation">What to hand in for the next page; null = this was the last.</param>
public sealed record RowPage(IReadOnlyList<Row> Rows, string? Continuation);
