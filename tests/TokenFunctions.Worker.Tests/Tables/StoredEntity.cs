using System.Text.Json;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Accounts;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Worker.Tests.Tables;

/// <summary>An entity as the service itself shows it.</summary>
internal static class StoredEntity
{
    private static readonly string[] OfEachWrite = ["odata.etag", "Timestamp", "write__id"];

    /// <summary>Names, types and values of all properties but those that each write makes new; of those the
    /// names.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(AzuriteServer server, string table, RowKey key)
    {
        var signature = AccountSignature.Until(TimeProvider.System.GetUtcNow().AddHours(1));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Accept", "application/json;odata=minimalmetadata");
        var address = $"{server.Endpoint}/{table}(PartitionKey='{key.Partition}',RowKey='{key.Id}')?{signature}";
        using var json = JsonDocument.Parse(await http.GetStringAsync(new Uri(address)));
        return [.. json.RootElement.EnumerateObject().Select(Show).Order(StringComparer.Ordinal)];
    }

    private static string Show(JsonProperty property) =>
        OfEachWrite.Contains(property.Name) ? property.Name : $"{property.Name}: {property.Value.GetRawText()}";
}
