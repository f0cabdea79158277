using System.Text.Json;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>What of an entity has to be known before its cells: its address and its version.</summary>
internal static class EntityHead
{
    /// <summary>A row without cells for the entity.</summary>
    /// <param name="ahead">A copy of the reader, at the entity's beginning; the reader itself stays there.</param>
    /// <param name="etag">The version; null = the entity tells it.</param>
    /// <exception cref="FormatException">It has no address.</exception>
    public static Row Read(Utf8JsonReader ahead, string? etag)
    {
        var (partition, id) = ((string?)null, (string?)null);
        if (ahead.TokenType != JsonTokenType.StartObject) throw new FormatException("An entity is no object.");
        // The service puts these three first.
        while ((partition is null || id is null || etag is null) && ahead.Read()
            && ahead.TokenType == JsonTokenType.PropertyName)
        {
            if (ahead.ValueTextEquals("PartitionKey"u8)) partition = Text(ref ahead);
            else if (ahead.ValueTextEquals("RowKey"u8)) id = Text(ref ahead);
            else if (etag is null && ahead.ValueTextEquals("odata.etag"u8)) etag = Text(ref ahead);
            else ahead.Skip();
        }

        return partition is null || id is null || etag is null
            ? throw new FormatException("An entity has no address or no version.")
            : new Row(new RowKey(partition, id), etag);
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }
}
