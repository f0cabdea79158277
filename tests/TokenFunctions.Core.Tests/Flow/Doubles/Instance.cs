using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Notices;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Sweeping;
using TokenFunctions.Telemetry;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>One instance of the service: its own memory over the world's store and provider.</summary>
internal sealed class Instance
{
    public Instance(World world, TaskScheduler scheduler, StoreClock? clock = null)
    {
        Store = new WatchedTables(world.Tables);
        clock ??= new StoreClock(world.Time);
        Keys = new WatchedKeys(world.SealingKeys);
        var sealer = new Sealer(Keys);
        Vault = new WatchedVault(new TableVault(Store.Open(TableVault.TableName), sealer, clock));
        Background = new Background(scheduler, NullLogger<Background>.Instance);
        Realms = new RealmStore(Store, clock);
        Secrets = new SecretStore(Store, Vault, clock);
        Tokens = new TokenStore(Store, sealer);
        Inputs = new InputStore(Store, sealer, clock);
        Quotas = new QuotaStore(Store);
        var realmCatalog = new RealmCatalog(Realms, world.Times, world.Time);
        var secretCatalog = new SecretCatalog(Secrets, world.Times, world.Time);
        Due = new DueStore(Store, clock);
        Used = new UsedStore(Store, clock);
        var stores = new BrokerStores(realmCatalog, secretCatalog, Tokens, Inputs, Quotas, Due, Used);
        Broker = new Broker(
            stores, world.Client, clock, world.Times, Background, Random.Shared, NullLoggerFactory.Instance,
            Notices = world.Notices?.Invoke(this), new RealmGates(clock, world.CallsPerRealm), Figures = new FlowMetrics(world.Time));
        Cache = new TokenCache(Broker, clock, Background, new CacheLimits());
        var hints = new DueHints(Due, clock, world.Times, Background, NullLogger<DueHints>.Instance);
        Registrar = new Registrar(Realms, Secrets, Tokens, Inputs, realmCatalog, secretCatalog, Cache, hints, clock);
        var all = new SweepStores(stores, Secrets, new RepairStore(Store));
        Sweep = new Sweep(
            Broker, all, clock, world.Times, world.SweepLimits, world.SweepHooks, Background, Random.Shared, Metrics, NullLogger<Sweep>.Instance);
        Status = new StatusBoard(realmCatalog, Secrets, Tokens, Quotas, clock);
    }

    public WatchedTables Store { get; }

    public WatchedVault Vault { get; }

    public WatchedKeys Keys { get; }

    public Background Background { get; }

    public RealmStore Realms { get; }

    public SecretStore Secrets { get; }

    public TokenStore Tokens { get; }

    public InputStore Inputs { get; }

    public QuotaStore Quotas { get; }

    public DueStore Due { get; }

    public UsedStore Used { get; }

    /// <summary>Tells the operators; null = there is no such thing in this world.</summary>
    public CredentialNotices? Notices { get; }

    public Broker Broker { get; }

    public TokenCache Cache { get; }

    public Registrar Registrar { get; }

    public Sweep Sweep { get; }

    public SweepMetrics Metrics { get; } = new();

    public FlowMetrics Figures { get; }

    public StatusBoard Status { get; }

    /// <summary>Asks for the world's token.</summary>
    public Task<TokenResult> Ask(long? invalid = null, bool flush = false, TimeSpan minTtl = default) =>
        Broker.GetAsync(new TokenRequest(World.Key) { Invalid = invalid, Flush = flush, MinTtl = minTtl }, CancellationToken.None).AsTask();

    /// <summary>Asks for the token <c>main</c> of another realm.</summary>
    public Task<TokenResult> AskOther(string realm) =>
        Broker.GetAsync(new TokenRequest(new TokenKey(realm, World.Key.Key)), CancellationToken.None).AsTask();

    /// <summary>Ends when nothing is left to be done behind; for <see cref="World.RunAsync"/>.</summary>
    public async Task<bool> Drained()
    {
        await Background.DrainAsync();
        return true;
    }

    /// <summary>The row of the world's token.</summary>
    public Task<TokenState> Row() => Tokens.GetAsync(World.Key, CancellationToken.None);
}
