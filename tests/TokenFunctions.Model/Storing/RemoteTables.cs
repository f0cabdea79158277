using TokenFunctions.Model.Stepping;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Storing;

/// <summary>One instance's way to the store that all share.</summary>
public sealed class RemoteTables(Machine machine, StoreWeather weather, MemoryTables store, Instance instance) : ITables
{
    public ITable Open(string name) =>
        new RemoteTable(new StoreLine(machine, weather, instance), store.Open(name), name, instance);

    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
