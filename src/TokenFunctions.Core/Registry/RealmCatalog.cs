using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Storage;

namespace TokenFunctions.Registry;

/// <summary>The realms as the flow reads them: compiled once a version, at most <see cref="BrokerTimes.RegistryAge"/>
/// old.</summary>
public sealed class RealmCatalog
{
    private readonly RealmStore store;
    private readonly Func<JsonElement, RealmCompilation> compile;
    private readonly ShortMemory<string, RealmEntry> memory;

    /// <summary>A catalog over <paramref name="store"/>.</summary>
    /// <param name="store">The realms.</param>
    /// <param name="times">How old what was read may be.</param>
    /// <param name="time">The clock of that age.</param>
    /// <param name="compile">Makes the plans; null = <see cref="RealmCompiler.Compile"/>.</param>
    public RealmCatalog(
        RealmStore store, BrokerTimes times, TimeProvider time, Func<JsonElement, RealmCompilation>? compile = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        this.store = store;
        this.compile = compile ?? RealmCompiler.Compile;
        memory = new(time, times.RegistryAge, ReadAsync);
    }

    /// <summary>The realm, perhaps from memory; null = there is none.</summary>
    public Task<RealmEntry?> FindAsync(string id, CancellationToken cancellationToken) =>
        memory.GetAsync(id, cancellationToken);

    /// <summary>The realm as the store has it now.</summary>
    public Task<RealmEntry?> ReadAnewAsync(string id) => memory.ReadAnewAsync(id);

    /// <summary>Forgets what was read of the realm.</summary>
    public void Forget(string id) => memory.Forget(id);

    private async Task<RealmEntry?> ReadAsync(string id)
    {
        var realm = await store.FindAsync(id, CancellationToken.None);
        if (realm is null) return null;
        try
        {
            using var config = JsonDocument.Parse(realm.Config);
            return new RealmEntry(realm, compile(config.RootElement).Plan);
        }
        catch (JsonException)
        {
            return new RealmEntry(realm, null);
        }
    }
}
