using System.Text.Json;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>A realm as the service has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that a change is based on.</param>
/// <param name="Body">The whole answer.</param>
internal sealed record StoredRealm(string Id, long Version, JsonElement Body)
{
    /// <summary>Reads an item of the service's list; null = it is none of ours.</summary>
    public static StoredRealm? Read(JsonElement item) =>
        item.Text("id") is { } id && item.Number("version") is { } version ? new StoredRealm(id, version, item) : null;
}
