using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Registry;

/// <summary>The realms as the flow reads them: compiled once a version, at most <see cref="BrokerTimes.RegistryAge"/>
/// old while the store answers.</summary>
public sealed class RealmCatalog
{
    private readonly RealmStore store;
    private readonly Func<RealmDefinition, RealmCompilation> compile;
    private readonly ShortMemory<string, RealmEntry> memory;

    /// <summary>A catalog over <paramref name="store"/>.</summary>
    /// <param name="store">The realms.</param>
    /// <param name="times">How old what was read may be.</param>
    /// <param name="time">The clock of that age.</param>
    /// <param name="compile">Makes the plans; null = <see cref="RealmCompiler"/>.</param>
    public RealmCatalog(
        RealmStore store, BrokerTimes times, TimeProvider time, Func<RealmDefinition, RealmCompilation>? compile = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        this.store = store;
        this.compile = compile ?? RealmCompiler.Compile;
        memory = new(time, times.RegistryAge, ReadAsync);
    }

    /// <summary>The realm, perhaps from memory, however old while the store does not answer; null = there is
    /// none.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer, and the realm was never read.</exception>
    public Task<RealmEntry?> FindAsync(string id, CancellationToken cancellationToken) =>
        memory.GetAsync(id, cancellationToken);

    /// <summary>The realm as the store has it now.</summary>
    public Task<RealmEntry?> ReadAnewAsync(string id) => memory.ReadAnewAsync(id);

    /// <summary>Forgets what was read of the realm.</summary>
    public void Forget(string id) => memory.Forget(id);

    private async Task<RealmEntry?> ReadAsync(string id)
    {
        var realm = await store.FindAsync(id, CancellationToken.None);
        return realm is null ? null : new RealmEntry(realm, compile(realm.Definition).Plan);
    }
}
