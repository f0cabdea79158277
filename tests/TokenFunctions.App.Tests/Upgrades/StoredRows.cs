using TokenFunctions.Storage.Tables;

namespace TokenFunctions.App.Tests.Upgrades;

/// <summary>The rows of a store at one moment, as they lie there.</summary>
internal sealed class StoredRows
{
    private static readonly string[] Tables = ["realms", "secrets", "tokens", "callers", "used"];

    private readonly Dictionary<(string Table, RowKey Key), Row> rows = [];

    public static async Task<StoredRows> ReadAsync(ITables store)
    {
        var read = new StoredRows();
        foreach (var table in Tables)
        {
            await foreach (var row in store.Open(table).ReadAllAsync(new RowQuery(), CancellationToken.None))
                read.rows[(table, row.Key)] = row;
        }

        return read;
    }

    /// <summary>The tables with rows that the next release made and nobody else has written since.</summary>
    public IReadOnlySet<string> OfNext => TablesOf(row => row.Number("v") == 2 && row.Number("written_as") is null);

    /// <summary>The tables with rows of the next release that this one was the last to write.</summary>
    public IReadOnlySet<string> OfNextWrittenByThis => TablesOf(row => row.Number("v") == 2 && row.Number("written_as") == 1);

    /// <summary>What the next release alone knows of each row.</summary>
    public IReadOnlyDictionary<(string Table, RowKey Key), string> Born => rows
        .Where(row => row.Value.Text("next_born") is not null)
        .ToDictionary(row => row.Key, row => row.Value.Text("next_born")!);

    private HashSet<string> TablesOf(Func<Row, bool> holds) =>
        rows.Where(row => holds(row.Value)).Select(row => row.Key.Table).ToHashSet(StringComparer.Ordinal);
}
