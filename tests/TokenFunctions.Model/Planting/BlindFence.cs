using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Planting;

/// <summary>Makes the ETag the only fence: whoever took a lease finds it in the row until it has given it back, though
/// another holds it by now.</summary>
internal sealed class BlindFence
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<RowKey, string> own = [];

    public static Alteration Make()
    {
        var fence = new BlindFence();
        return new Alteration { Read = fence.Read, Write = fence.Write };
    }

    private Row Read(Row row)
    {
        if (own.TryGetValue(row.Key, out var lease)) return row.Set("lease_id", lease);
        if (row.Text("lease_id") is { } other) seen.Add(other);
        return row;
    }

    private Row Write(Row row)
    {
        if (row.Text("lease_id") is not { } lease) own.Remove(row.Key);
        else if (!seen.Contains(lease)) own[row.Key] = lease;
        return row;
    }
}
