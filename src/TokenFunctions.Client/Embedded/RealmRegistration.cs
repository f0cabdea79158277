namespace TokenFunctions.Client.Embedded;

/// <summary>Puts the program's realms and secrets into the store. What is there already and the same is left alone, so
/// that a restart makes no token due; what is not described any more stays.</summary>
internal sealed class RealmRegistration(Registrar registrar, EmbeddedPlan plan)
{
    private readonly SingleFlight<EmbeddedPlan, bool> flights = new();
    private volatile bool isDone;

    /// <summary>Returns once all is registered; whoever asks meanwhile waits for the same run.</summary>
    /// <exception cref="Storage.StoreUnavailableException">The store does not answer; asking again tries
    /// again.</exception>
    /// <exception cref="Storage.Vault.VaultUnavailableException">The same of the vault.</exception>
    public Task EnsureAsync() => isDone ? Task.CompletedTask : flights.Join(plan, RunAsync);

    private async Task<bool> RunAsync()
    {
        foreach (var realm in plan.Realms)
            await registrar.SaveRealmAsync(realm, old => old?.Definition != realm, CancellationToken.None);
        foreach (var secret in plan.Secrets) await registrar.SaveSecretAsync(secret, CancellationToken.None);
        isDone = true;
        return true;
    }
}
