using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Callers;

/// <summary>A caller's row.</summary>
internal static class CallerRow
{
    public const string Partition = "caller";

    public static RowKey Address(string id) => new(Partition, id);

    public static Row Write(Caller caller) => new Row(Address(caller.Id))
        .Set("version", caller.Version)
        .Set("allow", CallerLines.Write(caller.Allow))
        .Set("keys", CallerLines.Write(caller.Keys))
        .Set("networks", CallerLines.Write(caller.Networks))
        .Set("requests_per_second", (long?)caller.RequestsPerSecond)
        .Set("entra_app", caller.EntraAppId)
        .Set("entra_role", caller.EntraRole)
        .Set("comment", caller.Comment)
        .Set("created_at", caller.CreatedAt)
        .Set("updated_at", caller.UpdatedAt)
        .Stamp(caller.Newer);

    public static Caller Read(Row row)
    {
        var caller = ReadKnown(row.Readable());
        return NewerCells.In(row, () => Write(caller)) is { } newer ? caller with { Newer = newer } : caller;
    }

    private static Caller ReadKnown(Row row)
    {
        var caller = new Caller(row.Key.Id)
        {
            Comment = row.Text("comment"),
            Version = row.Number("version") ?? 0,
            CreatedAt = row.Time("created_at") ?? default,
            UpdatedAt = row.Time("updated_at") ?? default,
            ETag = row.ETag,
        };
        var allow = CallerLines.Rules(row.Text("allow"));
        var keys = CallerLines.Keys(row.Text("keys"));
        var networks = CallerLines.Networks(row.Text("networks"));
        // What cannot be read must not open anything, least of all as a caller without the networks that bind it.
        if (allow is null || keys is null || networks is null) return caller;
        return caller with
        {
            Allow = allow,
            Keys = keys,
            Networks = networks,
            RequestsPerSecond = (int?)row.Number("requests_per_second"),
            EntraAppId = row.Text("entra_app"),
            EntraRole = row.Text("entra_role"),
        };
    }
}
