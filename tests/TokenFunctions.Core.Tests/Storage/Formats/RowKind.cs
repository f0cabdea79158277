namespace TokenFunctions.Core.Tests.Storage.Formats;

/// <summary>A kind of row that is written anew in its place.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Table">Its table.</param>
/// <param name="Cell">A cell that each writing changes.</param>
/// <param name="WriteAsync">Writes it for the n-th time, n from 1, by the way of the product.</param>
/// <param name="ReadAsync">Reads it by the way of the product.</param>
internal sealed record RowKind(
    string Name, string Table, string Cell, Func<KindWorld, int, Task> WriteAsync, Func<KindWorld, Task> ReadAsync)
{
    public override string ToString() => Name;
}
