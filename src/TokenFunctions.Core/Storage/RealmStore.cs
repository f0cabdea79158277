using TokenFunctions.Realms;
using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Storage;

/// <summary>The realms, in the table <c>realms</c>.</summary>
public sealed class RealmStore(ITables tables, StoreClock clock)
{
    private const string Partition = "realm";
    private readonly ITable table = tables.Open("realms");

    /// <summary>Reads a realm; null = there is none.</summary>
    public async Task<Realm?> FindAsync(string id, CancellationToken cancellationToken) =>
        await table.GetAsync(new RowKey(Partition, id), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>All realms in the order of their ids.</summary>
    public async Task<IReadOnlyList<Realm>> ListAsync(CancellationToken cancellationToken)
    {
        var realms = new List<Realm>();
        await foreach (var row in table.ReadAllAsync(new RowQuery { Partition = Partition }, cancellationToken))
            realms.Add(Read(row));
        return realms;
    }

    /// <summary>Makes or replaces a realm.</summary>
    /// <param name="definition">A realm that compiles.</param>
    /// <param name="mayReplace">Says of the realm that is there (null = none) whether it may be replaced.</param>
    /// <param name="cancellationToken">Ends the attempt to write.</param>
    /// <returns>The realm as it was stored; null = <paramref name="mayReplace"/> said no.</returns>
    public async Task<Realm?> SaveAsync(
        RealmDefinition definition, Predicate<Realm?> mayReplace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        while (true)
        {
            var old = await FindAsync(definition.Id, cancellationToken);
            if (!mayReplace(old)) return null;
            var now = clock.Now;
            var realm = new Realm(definition.Id, definition.Config, Versions.Next(old?.Version, now))
            {
                Comment = definition.Comment,
                Preset = definition.Preset,
                LogicCode = definition.LogicCode,
                CreatedAt = old?.CreatedAt ?? now,
                UpdatedAt = now,
                Newer = old?.Newer,
            };
            var result = old is null
                ? await table.InsertAsync(Write(realm), cancellationToken)
                : await table.ReplaceAsync(Write(realm), old.ETag!, cancellationToken);
            if (result.Written) return realm with { ETag = result.ETag };
        }
    }

    /// <summary>Removes the realm as it was read. False = it was changed or removed meanwhile.</summary>
    public async Task<bool> RemoveAsync(Realm realm, CancellationToken cancellationToken)
    {
        var outcome = await table.DeleteAsync(new RowKey(Partition, realm.Id), realm.ETag!, cancellationToken);
        return outcome == WriteOutcome.Written;
    }

    private static Row Write(Realm realm) => new Row(new RowKey(Partition, realm.Id))
        .Set("config", realm.Config)
        .Set("comment", realm.Comment)
        .Set("preset", realm.Preset)
        .Set("logic_code", realm.LogicCode)
        .Set("version", realm.Version)
        .Set("created_at", realm.CreatedAt)
        .Set("updated_at", realm.UpdatedAt)
        .Stamp(realm.Newer);

    private static Realm Read(Row row)
    {
        var realm = ReadKnown(row.Readable());
        return NewerCells.In(row, () => Write(realm)) is { } newer ? realm with { Newer = newer } : realm;
    }

    private static Realm ReadKnown(Row row) => new(row.Key.Id, row.Text("config") ?? "{}", row.Number("version") ?? 0)
    {
        Comment = row.Text("comment"),
        Preset = row.Text("preset"),
        LogicCode = row.Text("logic_code"),
        CreatedAt = row.Time("created_at") ?? default,
        UpdatedAt = row.Time("updated_at") ?? default,
        ETag = row.ETag,
    };
}
