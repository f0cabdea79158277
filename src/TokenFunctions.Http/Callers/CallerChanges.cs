namespace TokenFunctions.Http.Callers;

/// <summary>Every change of callers: the store is changed first, then what this process remembers. Other processes
/// follow within <see cref="Access.AccessTimes.CallerAge"/>. Nobody's leaving cuts a change off half-way.</summary>
internal sealed class CallerChanges(
    CallerStore store, KeyUseStore uses, CallerCatalog catalog, Background background)
{
    /// <summary>As <see cref="CallerStore.SaveAsync"/>.</summary>
    public async Task<CallerSaving> SaveAsync(Caller wanted, Predicate<Caller?> mayReplace)
    {
        var before = wanted;
        try
        {
            return await store.SaveAsync(wanted, Look, CancellationToken.None);
        }
        finally
        {
            // Also when nobody knows whether the store has taken it.
            catalog.Forget(before);
            catalog.Forget(wanted);
        }

        bool Look(Caller? old)
        {
            before = old ?? wanted;
            return mayReplace(old);
        }
    }

    /// <summary>As <see cref="CallerStore.ChangeKeysAsync"/>.</summary>
    public async Task<Caller?> ChangeKeysAsync(string id, Func<Caller, IReadOnlyList<CallerKey>?> change)
    {
        var before = new Caller(id);
        try
        {
            var saved = await store.ChangeKeysAsync(id, Look, CancellationToken.None);
            if (saved is not null) ForgetUses(id, key => saved.Keys.All(left => left.Id != key));
            return saved;
        }
        finally
        {
            catalog.Forget(before);
        }

        IReadOnlyList<CallerKey>? Look(Caller old)
        {
            before = old;
            return change(old);
        }
    }

    /// <summary>As <see cref="CallerStore.RemoveAsync"/>.</summary>
    public async Task<bool> RemoveAsync(Caller caller)
    {
        try
        {
            if (!await store.RemoveAsync(caller, CancellationToken.None)) return false;
            ForgetUses(caller.Id, _ => true);
            return true;
        }
        finally
        {
            catalog.Forget(caller);
        }
    }

    // Behind the answer: it may be the only one that shows a new key, and what is left of an old one tells nothing.
    private void ForgetUses(string id, Predicate<string> isGone) =>
        background.Run("removal of a key's last use", () => uses.RemoveAsync(id, isGone, CancellationToken.None));
}
