using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Sqlite.Tests;

public sealed class SqliteTableTests : TableContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteTables tables;

    public SqliteTableTests() => tables = new SqliteTables(folder.File("tokens.db"));

    protected override Task<ITables> OpenAsync() => Task.FromResult<ITables>(tables);

    public void Dispose()
    {
        tables.Dispose();
        folder.Dispose();
    }
}
