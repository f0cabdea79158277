using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Bench.Measuring;
using TokenFunctions.Caching;
using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Sweeping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>What one process of the service holds, over a store that may be shared.</summary>
internal sealed class Instance
{
    private const string Realm = "slow";

    private readonly Registrar registrar;

    /// <summary>An instance; <see cref="RegisterAsync"/> makes the realm, once a store.</summary>
    public Instance(ITables store, IRealmClient client)
    {
        Store = new CountingTables(store);
        var clock = new StoreClock(TimeProvider.System);
        var sealer = new Sealer(new FixedSealingKeys(new SealingKey("bench", new byte[32])));
        var background = new Background(TaskScheduler.Default, NullLogger<Background>.Instance);
        var vault = new TableVault(Store.Open(TableVault.TableName), sealer, clock);
        var (realms, secrets) = (new RealmStore(Store, clock), new SecretStore(Store, vault, clock));
        var (tokens, inputs) = (new TokenStore(Store, sealer), new InputStore(Store, sealer, clock));
        var times = new BrokerTimes();
        var realmCatalog = new RealmCatalog(realms, times, TimeProvider.System);
        var secretCatalog = new SecretCatalog(secrets, times, TimeProvider.System);
        var due = new DueStore(Store, clock);
        var stores = new BrokerStores(
            realmCatalog, secretCatalog, tokens, inputs, new QuotaStore(Store), due, new UsedStore(Store, clock));
        Broker = new Broker(stores, client, clock, times, background, Random.Shared, NullLoggerFactory.Instance);
        Cache = new TokenCache(Broker, clock, background, new CacheLimits());
        var hints = new DueHints(due, clock, times, background, NullLogger<DueHints>.Instance);
        registrar = new Registrar(
            realms, secrets, tokens, inputs, realmCatalog, secretCatalog, Cache, hints, clock);
    }

    /// <summary>Its view of the store.</summary>
    public CountingTables Store { get; }

    /// <summary>The core.</summary>
    public Broker Broker { get; }

    /// <summary>The cache in front of the core.</summary>
    public TokenCache Cache { get; }

    /// <summary>Saves the realm.</summary>
    public Task RegisterAsync()
    {
        const string Config = """
            {"url": "https://slow.example/token", "token_path": "access_token", "expires_in_path": "expires_in"}
            """;
        return registrar.SaveRealmAsync(new(Realm, Config), _ => true, CancellationToken.None);
    }

    /// <summary>Saves a secret that has no token yet.</summary>
    public async Task<TokenKey> AddAsync()
    {
        var key = new TokenKey(Realm, Guid.NewGuid().ToString("N"));
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new("bench") };
        await registrar.SaveSecretAsync(new SecretDraft(key, new SecretFields(fields)), CancellationToken.None);
        return key;
    }
}
