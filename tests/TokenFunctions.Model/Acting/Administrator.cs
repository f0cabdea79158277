using TokenFunctions.Model.Providing;
using TokenFunctions.Model.Stepping;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Acting;

/// <summary>Who saves, removes and saves again.</summary>
public sealed class Administrator(World world, Chance chance)
{
    private readonly Dictionary<TokenKey, (string Account, DateTimeOffset Since)> accounts = [];
    private readonly HashSet<TokenKey> removing = [];
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private int changes;

    /// <summary>Whether the value of a row may go because its secret goes.</summary>
    public bool MayEmpty(TokenKey key) => removing.Contains(key);

    /// <summary>The credential that is saved; null = that is not sure.</summary>
    public string? AccountOf(TokenKey key) => accounts.TryGetValue(key, out var account) ? account.Account : null;

    /// <summary>Whether a token is of an account that was changed so long ago that every instance knows it.</summary>
    public bool IsOfOldAccount(Issue issue, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return accounts.TryGetValue(new TokenKey(World.Realm, issue.Key), out var account)
            && !string.Equals(account.Account, issue.Account, StringComparison.Ordinal)
            && now > account.Since + (world.Scenario.Times.RegistryAge * 2) + world.Answers.MostWait;
    }

    /// <summary>Saves the realm and its secrets.</summary>
    public void SetUp() => Do("save the realm", async by =>
    {
        var realm = new RealmDefinition(World.Realm, world.Scenario.Config);
        await by.Registrar.SaveRealmAsync(realm, _ => true, CancellationToken.None);
        foreach (var key in world.Keys) Save(key);
    });

    /// <summary>Saves a secret, with another credential than before.</summary>
    public void Save(TokenKey key)
    {
        var account = $"account-{++changes}";
        accounts.Remove(key);
        Do($"save {key.Key}", async by =>
        {
            await by.Registrar.SaveSecretAsync(Draft(key, account), CancellationToken.None);
            accounts[key] = (account, world.Machine.Now);
            removing.Remove(key);
        });
    }

    /// <summary>Removes a secret and saves it again.</summary>
    public void Replace(TokenKey key)
    {
        accounts.Remove(key);
        removing.Add(key);
        Do($"remove {key.Key}", async by =>
        {
            await by.Registrar.RemoveSecretAsync(key, null, CancellationToken.None);
            world.Machine.After(chance.MostlyShort(0, 20), null, "save again", () => Save(key));
        });
    }

    private SecretDraft Draft(TokenKey key, string account)
    {
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new(account) };
        return new SecretDraft(key, new SecretFields(fields)) { KeepWarm = world.Scenario.KeepWarm };
    }

    // Tries until it is done: an instance may die under it, or the store be down.
    private void Do(string what, Func<Instance, Task> work)
    {
        if (world.Up.Count == 0)
        {
            world.Machine.After(Pause, null, what, () => Do(what, work));
            return;
        }

        var by = chance.Pick(world.Up);
        world.Machine.Tell(by.Owner, $"operator: {what}");
        var task = by.Scheduler.Start(() => work(by));
        world.Machine.After(Pause, null, what, () => Look(what, work, by, task));
    }

    private void Look(string what, Func<Instance, Task> work, Instance by, Task task)
    {
        var fault = task.Exception?.InnerException;
        if (task.IsCompletedSuccessfully) return;
        if (fault is StoreUnavailableException or VaultUnavailableException || !by.IsUp) Do(what, work);
        else if (fault is not null) world.Machine.Break("failures are values", $"operator: {what}: {fault}");
        else world.Machine.After(Pause, null, what, () => Look(what, work, by, task));
    }
}
