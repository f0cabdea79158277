using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Formats;

/// <summary>A store in memory with what writes into it.</summary>
internal sealed class KindWorld
{
    public KindWorld() => Vault = new TableVault(Tables.Open(TableVault.TableName), Sealer, Clock);

    public MemoryTables Tables { get; } = new();

    public ManualTime Time { get; } = new();

    public StoreClock Clock => new(Time);

    public Sealer Sealer { get; } = new(new FixedSealingKeys(new SealingKey("k", new byte[32])));

    public TableVault Vault { get; }

    public SecretStore Secrets => new(Tables, Vault, Clock);

    public InputStore Inputs => new(Tables, Sealer, Clock);

    /// <summary>The one row of a table.</summary>
    public async Task<Row> RowOfAsync(string table)
    {
        var page = await Tables.Open(table).QueryAsync(new RowQuery(), null, CancellationToken.None);
        return Assert.Single(page.Rows);
    }

    /// <summary>Makes the one row of a table what another release made of it.</summary>
    public async Task<Row> ChangeAsync(string table, long format, Action<Row> change)
    {
        var row = (await RowOfAsync(table)).WithETag(null).Set("v", format);
        change(row);
        await Tables.Open(table).UpsertAsync(row, CancellationToken.None);
        return await RowOfAsync(table);
    }
}
