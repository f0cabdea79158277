using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Bench.Sweeps;

/// <summary>One instance of the service, as far as a sweep needs it.</summary>
internal sealed class SweepParts
{
    public SweepParts(ITables tables)
    {
        var times = new BrokerTimes { SweepLimit = TimeSpan.FromHours(1) };
        Clock = new StoreClock(TimeProvider.System);
        var sealer = new Sealer(new FixedSealingKeys(new SealingKey("bench", new byte[32])));
        var background = new Background(TaskScheduler.Default, NullLogger<Background>.Instance);
        Realms = new RealmStore(tables, Clock);
        Secrets = new SecretStore(tables, new TableVault(tables.Open(TableVault.TableName), sealer, Clock), Clock);
        Tokens = new TokenStore(tables, sealer);
        Due = new DueStore(tables, Clock);
        var stores = new BrokerStores(
            new RealmCatalog(Realms, times, TimeProvider.System), new SecretCatalog(Secrets, times, TimeProvider.System),
            Tokens, new InputStore(tables, sealer, Clock), new QuotaStore(tables), Due, new UsedStore(tables, Clock));
        var loggers = NullLoggerFactory.Instance;
        var broker = new Broker(stores, Provider, Clock, times, background, Random.Shared, loggers);
        Sweep = new Sweep(
            broker, new SweepStores(stores, Secrets, new RepairStore(tables)), Clock, times, new SweepLimits(),
            new SweepHooks(), background, Random.Shared, new SweepMetrics(), NullLogger<Sweep>.Instance);
    }

    public InstantProvider Provider { get; } = new();

    public StoreClock Clock { get; }

    public RealmStore Realms { get; }

    public SecretStore Secrets { get; }

    public TokenStore Tokens { get; }

    public DueStore Due { get; }

    public Sweep Sweep { get; }
}
