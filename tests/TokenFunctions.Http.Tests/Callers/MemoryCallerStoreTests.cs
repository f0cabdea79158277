using TokenFunctions.Storage.Memory;

namespace TokenFunctions.Http.Tests.Callers;

public sealed class MemoryCallerStoreTests() : CallerStoreContract(new MemoryTables());
