using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Sweeping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Sweeping;

/// <summary>What tests of the sweep do with many tokens.</summary>
internal static class Crowd
{
    public static Task<SweepReport> SweepAsync(this World world, Instance instance) =>
        world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));

    /// <summary>Makes keys <c>k0</c>, <c>k1</c> … of the world's realm.</summary>
    public static async Task<IReadOnlyList<TokenKey>> SaveManyAsync(
        this World world, Instance by, int count, bool keepWarm = false, string? realm = null)
    {
        var keys = Enumerable.Range(0, count).Select(i => new TokenKey(realm ?? World.Key.Realm, $"k{i}")).ToList();
        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        foreach (var key in keys)
            await by.Registrar.SaveSecretAsync(new SecretDraft(key, SecretFields.None) { KeepWarm = keepWarm }, CancellationToken.None);
        return keys;
    }

    public static Task<TokenResult> Ask(this Instance instance, TokenKey key) =>
        instance.Broker.GetAsync(new TokenRequest(key), CancellationToken.None).AsTask();

    /// <summary>All rows of a table, past every instance.</summary>
    public static async Task<IReadOnlyList<Row>> RowsAsync(this World world, string table) =>
        await world.Tables.Open(table).ReadAllAsync(new RowQuery(), CancellationToken.None).ToListAsync();

    /// <summary>Removes all rows of a table, past every instance.</summary>
    public static async Task ClearAsync(this World world, string table)
    {
        foreach (var row in await world.RowsAsync(table))
            await world.Tables.Open(table).DeleteAsync(row.Key, row.ETag!, CancellationToken.None);
    }
}
