using TokenFunctions.Http.Access;
using TokenFunctions.Registry;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Callers;

/// <summary>The callers as requests are checked against them: at most <see cref="AccessTimes.CallerAge"/> old while the
/// store answers. While it does not, a caller that was ever read is the one that was read last, so that a store that is
/// down locks nobody out.</summary>
public sealed class CallerCatalog
{
    private readonly CallerStore store;
    private readonly TimeProvider time;
    private readonly AbsentCallers absent;
    // By id, or by what EntraIndex calls an application or a role; no id holds a colon.
    private readonly ShortMemory<string, Caller> memory;

    /// <summary>A catalog over <paramref name="store"/>.</summary>
    public CallerCatalog(CallerStore store, AccessTimes times, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(times);
        (this.store, this.time) = (store, time);
        absent = new AbsentCallers(time, times.CallerAge);
        memory = new ShortMemory<string, Caller>(time, times.CallerAge, ReadAsync);
    }

    /// <summary>How many names are remembered that no caller has.</summary>
    internal int AbsentCount => absent.Count;

    /// <summary>The caller of that id; null = there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer, and the caller was never
    /// read.</exception>
    public Task<Caller?> FindAsync(string id, CancellationToken cancellationToken) => GetAsync(id, cancellationToken);

    /// <summary>Grows with each change of a caller that this process makes.</summary>
    internal long Epoch => absent.Epoch;

    /// <summary>Whether <see cref="FindAsync"/> would ask the store once in <see cref="AccessTimes.CallerAge"/> at
    /// most: for a caller that was read before, and for an id that was none a short time ago.</summary>
    public bool Remembers(string id) => absent.Holds(id) || memory.Remembers(id);

    /// <summary>Whether <see cref="FindAsync"/> would give this very reading of a caller, without asking the
    /// store.</summary>
    internal bool Holds(Caller caller) => memory.Holds(caller.Id, caller);

    /// <summary>As <see cref="FindAsync"/>, by the client id of an Entra application, in lower case.</summary>
    public Task<Caller?> FindByAppAsync(string appId, CancellationToken cancellationToken) =>
        GetAsync(EntraIndex.OfApp(appId), cancellationToken);

    /// <summary>As <see cref="FindAsync"/>, by an Entra app role.</summary>
    public Task<Caller?> FindByRoleAsync(string role, CancellationToken cancellationToken) =>
        GetAsync(EntraIndex.OfRole(role), cancellationToken);

    /// <summary>Forgets a caller that was changed, as it was or as it is.</summary>
    public void Forget(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        foreach (var name in (IEnumerable<string>)[caller.Id, .. EntraIndex.NamesOf(caller)])
        {
            absent.Forget(name);
            memory.Forget(name);
        }
    }

    private Task<Caller?> GetAsync(string name, CancellationToken cancellationToken) =>
        absent.Holds(name) ? Task.FromResult<Caller?>(null) : memory.GetAsync(name, cancellationToken);

    private async Task<Caller?> ReadAsync(string name)
    {
        var (begunIn, at) = (absent.Epoch, time.GetTimestamp());
        var caller = await LookUpAsync(name);
        if (caller is null) absent.Keep(name, at, begunIn);
        return caller;
    }

    private Task<Caller?> LookUpAsync(string name) => name.Split(':', 2) switch
    {
        ["app", var app] => store.FindByAppAsync(app, CancellationToken.None),
        ["role", var role] => store.FindByRoleAsync(role, CancellationToken.None),
        _ => store.FindAsync(name, CancellationToken.None),
    };
}
