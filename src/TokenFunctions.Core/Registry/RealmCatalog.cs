using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Registry;

/// <summary>The realms as the flow reads them: compiled once a version, at most <see cref="BrokerTimes.RegistryAge"/>
/// old.</summary>
public sealed class RealmCatalog
{
    private readonly RealmStore store;
    private readonly ShortMemory<string, RealmEntry> memory;

    /// <summary>A catalog over <paramref name="store"/>.</summary>
    public RealmCatalog(RealmStore store, BrokerTimes times, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(times);
        this.store = store;
        memory = new(time, times.RegistryAge, ReadAsync);
    }

    /// <summary>The realm, perhaps from memory; null = there is none.</summary>
    public Task<RealmEntry?> FindAsync(string id, CancellationToken cancellationToken) => memory.GetAsync(id, cancellationToken);

    /// <summary>The realm as the store has it now.</summary>
    public Task<RealmEntry?> ReadAnewAsync(string id) => memory.ReadAnewAsync(id);

    /// <summary>Forgets what was read of the realm.</summary>
    public void Forget(string id) => memory.Forget(id);

    private async Task<RealmEntry?> ReadAsync(string id)
    {
        var realm = await store.FindAsync(id, CancellationToken.None);
        if (realm is null) return null;
        using var config = JsonDocument.Parse(realm.Config);
        return new RealmEntry(realm, RealmCompiler.Compile(config.RootElement).Plan);
    }
}
