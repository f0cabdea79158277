using TokenFunctions.Sqlite;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Audit;

public sealed class SqliteAuditTests : AuditContract, IDisposable
{
    private readonly TempFolder folder = new();
    private SqliteTables? tables;

    public void Dispose()
    {
        tables?.Dispose();
        folder.Dispose();
    }

    private protected override ITables Open() => tables ??= new SqliteTables(folder.File("audit.db"));
}
