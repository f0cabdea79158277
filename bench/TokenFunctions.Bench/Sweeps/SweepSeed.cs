using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Sweeps;

/// <summary>Fills a store: tokens with their secrets and hints, over ten realms. Those that are due are in use; the
/// others become due within the next hours.</summary>
internal sealed class SweepSeed(ITables tables, SweepParts parts, SweepArguments given)
{
    private const int RealmCount = 10;
    private const int Parallelism = 16;
    private static readonly Dictionary<string, JsonElement> NoExtra = new(StringComparer.Ordinal);

    private readonly ITable tokens = tables.Open("tokens");
    private readonly ITable secrets = tables.Open("secrets");
    private readonly ITable used = tables.Open("used");
    private readonly DateTimeOffset now = parts.Clock.Now;

    public async Task FillAsync()
    {
        var realms = new List<Realm>();
        for (var i = 0; i < RealmCount; i++) realms.Add((await SaveRealmAsync(i))!);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, given.Stored),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (i, _) => await AddAsync(realms[i % RealmCount], i));
    }

    private Task<Realm?> SaveRealmAsync(int i)
    {
        const string Config = """
            {"url": "https://provider.example/token", "token_path": "access_token", "expires_in_path": "expires_in"}
            """;
        return parts.Realms.SaveAsync(new($"realm-{i}", Config), _ => true, CancellationToken.None);
    }

    private async Task AddAsync(Realm realm, int i)
    {
        var key = new TokenKey(realm.Id, $"key-{i}");
        var isDue = i < given.Due;
        var secret = isDue ? await SaveSecretAsync(key) : new Secret(key, 1) { CreatedAt = now, UpdatedAt = now };
        if (!isDue) await secrets.UpsertAsync(SecretRow.Write(secret), CancellationToken.None);
        var state = await StateAsync(realm, secret, isDue ? now.AddMinutes(-(i % 10)) : now.AddMinutes(30 + (i % 300)));
        await tokens.UpsertAsync(TokenRow.Write(state), CancellationToken.None);
        await parts.Due.PutAsync(key, state.DueAt!.Value, CancellationToken.None);
        if (!isDue) return;
        var use = new Row(TokenRow.Address(key)).Set("generation", state.Generation).Set("used_at", now);
        await used.UpsertAsync(use, CancellationToken.None);
    }

    private Task<Secret> SaveSecretAsync(TokenKey key)
    {
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new("value") };
        return parts.Secrets.SaveAsync(new SecretDraft(key, new SecretFields(fields)), [], CancellationToken.None);
    }

    private async Task<TokenState> StateAsync(Realm realm, Secret secret, DateTimeOffset dueAt)
    {
        var generation = now.ToUnixTimeSeconds();
        var value = new SecretText($"a token of {secret.Key} that is as long as tokens are");
        return new TokenState(secret.Key)
        {
            Generation = generation,
            SealedValue = await parts.Tokens.SealAsync(secret.Key, generation, value, NoExtra, CancellationToken.None),
            IssuedAt = now.AddHours(-1),
            ExpiresAt = dueAt.AddHours(1),
            DueAt = dueAt,
            Attempt = 1,
            ValueAttempt = 1,
            Outcome = AttemptOutcome.Succeeded,
            RealmVersion = realm.Version,
            SecretVersion = secret.Version,
            IdentityVersion = secret.IdentityVersion,
        };
    }
}
