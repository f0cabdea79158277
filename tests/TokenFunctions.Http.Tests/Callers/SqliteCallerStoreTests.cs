using TokenFunctions.Sqlite;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Callers;

public sealed class SqliteCallerStoreTests : CallerStoreContract, IDisposable
{
    private readonly TempFolder folder;
    private readonly SqliteTables tables;

    public SqliteCallerStoreTests()
        : this(new TempFolder())
    {
    }

    private SqliteCallerStoreTests(TempFolder folder)
        : this(folder, new SqliteTables(folder.File("callers.db")))
    {
    }

    private SqliteCallerStoreTests(TempFolder folder, SqliteTables tables)
        : base(tables) => (this.folder, this.tables) = (folder, tables);

    public void Dispose()
    {
        tables.Dispose();
        folder.Dispose();
    }
}
