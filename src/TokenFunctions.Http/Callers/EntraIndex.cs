using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Callers;

/// <summary>Which Entra application or role is which caller: rows beside those of the callers. A row counts only while
/// its caller names it too, so one that a crash has left is nothing.</summary>
internal sealed class EntraIndex(ITable table, StoreClock clock)
{
    private const string Partition = "entra";
    // A row that its caller does not name may be one whose caller is being written just now.
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(1);

    public static string OfApp(string appId) => $"app:{appId}";

    public static string OfRole(string role) => $"role:{role}";

    /// <summary>Whether the store can hold a role of that name.</summary>
    public static bool CanHold(string role) => Address(OfRole(role)).IsValid;

    /// <summary>What the caller names.</summary>
    public static IReadOnlyList<string> NamesOf(Caller? caller)
    {
        var names = new List<string>();
        if (caller?.EntraAppId is { } app) names.Add(OfApp(app));
        if (caller?.EntraRole is { } role) names.Add(OfRole(role));
        return names;
    }

    /// <summary>The id of the caller that a row is of; null = there is none.</summary>
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        Address(name) is { IsValid: true } address && await table.GetAsync(address, cancellationToken) is { } row
            ? OwnerOf(row)
            : null;

    /// <summary>The rows of those names that are the caller's.</summary>
    public async Task<IReadOnlyList<Row>> ReadAsync(
        IEnumerable<string> names, string id, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        foreach (var name in names)
        {
            if (await table.GetAsync(Address(name), cancellationToken) is { } row && IsOf(row, id)) rows.Add(row);
        }

        return rows;
    }

    /// <summary>Makes a name the caller's. A row that is its own already is written anew, so that a removal which
    /// began before does not take it away.</summary>
    /// <param name="name">The application or role.</param>
    /// <param name="id">The caller.</param>
    /// <param name="find">Reads a caller.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Null = it is the caller's; else the id of the one that has it.</returns>
    public async Task<string?> ClaimAsync(
        string name, string id, Func<string, Task<Caller?>> find, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await table.GetAsync(Address(name), cancellationToken);
            if (row is not null && !IsOf(row, id) && await HolderAsync(row, name, find) is { } holder) return holder;
            var mine = new Row(Address(name)).Set("caller", id).Set("claimed_at", clock.Now).StampOver(row);
            var result = row is null
                ? await table.InsertAsync(mine, cancellationToken)
                : await table.ReplaceAsync(mine, row.ETag!, cancellationToken);
            if (result.Written) return null;
        }
    }

    /// <summary>Removes rows as they were read.</summary>
    public async Task RemoveAsync(IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows) await table.DeleteAsync(row.Key, row.ETag!, cancellationToken);
    }

    private static RowKey Address(string name) => new(Partition, name);

    private static string? OwnerOf(Row row) => row.Readable().Text("caller");

    private static bool IsOf(Row row, string id) => string.Equals(OwnerOf(row), id, StringComparison.Ordinal);

    private async Task<string?> HolderAsync(Row row, string name, Func<string, Task<Caller?>> find)
    {
        if (OwnerOf(row) is not { } owner) return null;
        if (row.Time("claimed_at") + ClaimTime > clock.Now) return owner;
        return NamesOf(await find(owner)).Contains(name, StringComparer.Ordinal) ? owner : null;
    }
}
