using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>A row as the Table service holds it.</summary>
/// <param name="Row">The row.</param>
/// <param name="WriteId">Who wrote it: a random id of the write; null where something else than
/// this product wrote it.</param>
/// <param name="Body">The JSON to write; empty for an entity that was read.</param>
internal sealed record Entity(Row Row, string? WriteId, ReadOnlyMemory<byte> Body)
{
    /// <summary>An entity to write, under a new write id.</summary>
    public static Entity From(Row row)
    {
        var id = Guid.NewGuid().ToString("N");
        return new Entity(row, id, EntityWriting.Json(row, id));
    }
}
