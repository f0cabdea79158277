using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using TokenFunctions.AzureStorage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Worker.Tables;

/// <summary>Rows to the client's entities and back.</summary>
internal static class TableEntities
{
    /// <summary>An entity to write, under a new write id.</summary>
    public static TableEntity From(Row row)
    {
        var entity = new TableEntity(row.Key.Partition, row.Key.Id);
        EntityProperties.Write(row, Guid.NewGuid().ToString("N"), new TableEntityWriting(entity));
        return entity;
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RowPage Read(Page<TableEntity> page)
    {
        // To the client an answer without a list is an empty list.
        if (page.Values.Count == 0 && !HasList(page.GetRawResponse())) throw new FormatException("A page has no list.");
        // At the last page it may be null or empty.
        var next = string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken;
        return new RowPage([.. page.Values.Select(entity => Read(entity).Row)], next);
    }

    /// <summary>Reads an entity.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Entity Read(TableEntity entity)
    {
        var row = Head(entity);
        SplitCells? split = null;
        foreach (var (name, value) in entity)
        {
            if (name == EntityNames.WriteId || !EntityNames.IsCell(name)) continue;
            Set(row, name, value);
            if (EntityNames.IsPart(name)) (split ??= new SplitCells(row)).Add(name);
        }

        split?.Join();
        return new Entity(row, WriteId(entity), default);
    }

    /// <summary>Who wrote the entity; null where something else than this product wrote it.</summary>
    public static string? WriteId(TableEntity entity) => entity.GetString(EntityNames.WriteId);

    private static bool HasList(Response response)
    {
        using var json = JsonDocument.Parse(response.Content);
        return json.RootElement.TryGetProperty("value", out var list) && list.ValueKind == JsonValueKind.Array;
    }

    private static Row Head(TableEntity entity) =>
        entity is { PartitionKey: { } partition, RowKey: { } id } && entity.ETag.ToString() is { Length: > 0 } etag
            ? new Row(new RowKey(partition, id), etag)
            : throw new FormatException("An entity has no address or no version.");

    private static Row Set(Row row, string name, object? value) => value switch
    {
        null => row,
        string text => row.Set(name, text),
        long number => row.Set(name, number),
        double real => row.Set(name, real),
        // We write whole numbers as Edm.Int64 only, so a shorter one is a real, as the other store reads it. A longer
        // one without a type, which neither of us writes, cannot be told from ours.
        int real => row.Set(name, (double)real),
        bool flag => row.Set(name, flag),
        DateTimeOffset time => row.Set(name, time),
        byte[] bytes => row.Set(name, bytes),
        Guid id => row.Set(name, id.ToString()),
        _ => throw new FormatException("An entity has a property of an unknown type."),
    };
}
