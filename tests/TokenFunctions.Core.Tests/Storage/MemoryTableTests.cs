using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class MemoryTableTests : TableContract
{
    private readonly MemoryTables tables = new();

    protected override Task<ITables> OpenAsync() => Task.FromResult<ITables>(tables);
}
