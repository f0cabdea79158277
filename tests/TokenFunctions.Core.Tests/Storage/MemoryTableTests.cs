using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class MemoryTableTests : TableContract
{
    private readonly MemoryTables tables = new();

    protected override Task<ITables> OpenAsync() => Task.FromResult<ITables>(tables);
}
