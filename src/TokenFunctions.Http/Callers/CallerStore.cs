using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Http.Callers;

/// <summary>The callers, in the table <c>callers</c>.</summary>
public sealed class CallerStore(ITables tables, StoreClock clock)
{
    /// <summary>The table's name.</summary>
    public const string TableName = "callers";

    private readonly ITable table = tables.Open(TableName);
    private readonly EntraIndex index = new(tables.Open(TableName), clock);

    /// <summary>Reads a caller; null = there is none. One row is read.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer; so it is with every member.</exception>
    public async Task<Caller?> FindAsync(string id, CancellationToken cancellationToken) =>
        await table.GetAsync(CallerRow.Address(id), cancellationToken) is { } row ? CallerRow.Read(row) : null;

    /// <summary>The caller that an Entra application is, by its client id in lower case; null = none.</summary>
    public Task<Caller?> FindByAppAsync(string appId, CancellationToken cancellationToken) =>
        FindNamedAsync(EntraIndex.OfApp(appId), cancellationToken);

    /// <summary>The caller that holders of an Entra app role are; null = none.</summary>
    public Task<Caller?> FindByRoleAsync(string role, CancellationToken cancellationToken) =>
        FindNamedAsync(EntraIndex.OfRole(role), cancellationToken);

    /// <summary>All callers in the order of their ids.</summary>
    public async Task<IReadOnlyList<Caller>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = table.ReadAllAsync(new RowQuery { Partition = CallerRow.Partition }, cancellationToken);
        return await rows.Select(CallerRow.Read).ToListAsync(cancellationToken);
    }

    /// <summary>Whether there is any caller.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        var query = new RowQuery { Partition = CallerRow.Partition, PageSize = 1 };
        return await table.ReadAllAsync(query, cancellationToken).AnyAsync(cancellationToken);
    }

    /// <summary>Makes a caller, or replaces all of it but its keys. Its Entra rows are there before it names them, so
    /// a crash in between leaves rows that count for nothing.</summary>
    /// <param name="wanted">The caller; its keys are taken only when it is made.</param>
    /// <param name="mayReplace">Says of the caller that is there (null = none) whether it may be replaced.</param>
    /// <param name="cancellationToken">Ends the attempt to write.</param>
    public async Task<CallerSaving> SaveAsync(
        Caller wanted, Predicate<Caller?> mayReplace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        while (true)
        {
            var old = await FindAsync(wanted.Id, cancellationToken);
            if (!mayReplace(old)) return new CallerSaving(Saved: null);
            var names = EntraIndex.NamesOf(wanted);
            foreach (var name in names)
            {
                if (await index.ClaimAsync(name, wanted.Id, Find, cancellationToken) is { } holder)
                    return new CallerSaving(Saved: null) { TakenBy = holder };
            }

            var left = await index.ReadAsync(
                EntraIndex.NamesOf(old).Except(names, StringComparer.Ordinal), wanted.Id, cancellationToken);
            var saved = await WriteAsync(wanted with { Keys = old?.Keys ?? wanted.Keys }, old, cancellationToken);
            if (saved is null) continue;
            await index.RemoveAsync(left, cancellationToken);
            return new CallerSaving(saved);
        }

        Task<Caller?> Find(string id) => FindAsync(id, cancellationToken);
    }

    /// <summary>Changes the keys of a caller and nothing else of it.</summary>
    /// <param name="id">The caller.</param>
    /// <param name="change">Gives the keys it is to have; null = nothing is to be changed.</param>
    /// <param name="cancellationToken">Ends the attempt to write.</param>
    /// <returns>The caller as it was stored; null = there is none, or <paramref name="change"/> said no.</returns>
    public async Task<Caller?> ChangeKeysAsync(
        string id, Func<Caller, IReadOnlyList<CallerKey>?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (await FindAsync(id, cancellationToken) is { } old && change(old) is { } keys)
        {
            if (await WriteAsync(old with { Keys = keys }, old, cancellationToken) is { } saved) return saved;
        }

        return null;
    }

    /// <summary>Removes the caller as it was read. False = it was changed or removed meanwhile.</summary>
    public async Task<bool> RemoveAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var left = await index.ReadAsync(EntraIndex.NamesOf(caller), caller.Id, cancellationToken);
        var outcome = await table.DeleteAsync(CallerRow.Address(caller.Id), caller.ETag!, cancellationToken);
        if (outcome != WriteOutcome.Written) return false;
        await index.RemoveAsync(left, cancellationToken);
        return true;
    }

    private async Task<Caller?> FindNamedAsync(string name, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(name, cancellationToken) is not { } id) return null;
        var caller = await FindAsync(id, cancellationToken);
        return EntraIndex.NamesOf(caller).Contains(name, StringComparer.Ordinal) ? caller : null;
    }

    private async Task<Caller?> WriteAsync(Caller wanted, Caller? old, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var caller = wanted with
        {
            Version = Versions.Next(old?.Version, now),
            CreatedAt = old?.CreatedAt ?? now,
            UpdatedAt = now,
            Newer = old?.Newer,
        };
        var result = old is null
            ? await table.InsertAsync(CallerRow.Write(caller), cancellationToken)
            : await table.ReplaceAsync(CallerRow.Write(caller), old.ETag!, cancellationToken);
        return result.Written ? caller with { ETag = result.ETag } : null;
    }
}
