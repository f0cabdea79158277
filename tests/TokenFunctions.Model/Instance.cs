using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Model.Providing;
using TokenFunctions.Model.Stepping;
using TokenFunctions.Model.Storing;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Model;

/// <summary>One life of one instance of the service: the real parts, over a store and a provider that are far
/// away.</summary>
public sealed class Instance
{
    public Instance(World world, string name, Chance chance)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(chance);
        (World, Owner) = (world, new Owner(name));
        Scheduler = new StepScheduler(world.Machine, Owner);
        Time = new SkewedTime(world.Machine, Owner, chance.Seconds(-5, 5));
        Clock = new StoreClock(Time);
        var (times, plant) = (world.Scenario.Times, world.Plant);
        var tables = plant.Tables(new RemoteTables(world.Machine, world.Weather, world.Store, this));
        var sealer = new Sealer(World.SealingKeys);
        var vault = new NumberedVault(tables.Open(TableVault.TableName), world);
        Background = new Background(Scheduler, NullLogger<Background>.Instance);
        var (realms, secrets) = (new RealmStore(tables, Clock), new SecretStore(tables, vault, Clock));
        var (tokens, inputs) = (new TokenStore(tables, sealer), new InputStore(tables, sealer, Clock));
        var realmCatalog = new RealmCatalog(realms, times, Time, Plans.Compile);
        var secretCatalog = new SecretCatalog(secrets, times, Time);
        var (due, random) = (new DueStore(tables, Clock), new Random(chance.Seed()));
        var stores = new BrokerStores(
            realmCatalog, secretCatalog, tokens, inputs, new QuotaStore(tables), due, new UsedStore(tables, Clock));
        var broker = new Broker(
            stores, new ProviderClient(world, this), Clock, times, Background, random, NullLoggerFactory.Instance);
        Source = new WatchedSource(broker, world.Machine);
        var cache = new TokenCache(Source, Clock, Background, new CacheLimits());
        Front = plant.Front(cache);
        var hints = new DueHints(due, Clock, times, Background, NullLogger<DueHints>.Instance);
        Registrar = new Registrar(
            realms, secrets, tokens, inputs, realmCatalog, secretCatalog, cache, hints, Clock);
        Sweep = new Sweep(
            broker, new SweepStores(stores, secrets, new RepairStore(tables)), Clock, times, new SweepLimits(),
            new SweepHooks(), Background, random, new SweepMetrics(), NullLogger<Sweep>.Instance);
    }

    public World World { get; }

    public Owner Owner { get; }

    public StepScheduler Scheduler { get; }

    public SkewedTime Time { get; }

    public StoreClock Clock { get; }

    public Background Background { get; }

    /// <summary>What callers ask.</summary>
    public ITokenSource Front { get; }

    /// <summary>What the cache asks.</summary>
    public WatchedSource Source { get; }

    public Registrar Registrar { get; }

    public Sweep Sweep { get; }

    /// <summary>The leases that it drafted.</summary>
    public LeaseBook Leases { get; } = new();

    /// <summary>How wrong its store time was at most, since it first heard of the store.</summary>
    public TimeSpan MaxError { get; private set; }

    /// <summary>Whether it can be asked.</summary>
    public bool IsUp => !Owner.IsDead;

    /// <summary>Looks how wrong its store time is.</summary>
    public void NoteError()
    {
        var error = (Clock.Now - World.Machine.Now).Duration();
        if (error > MaxError) MaxError = error;
    }
}
