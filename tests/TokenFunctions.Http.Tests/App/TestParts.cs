using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Console;
using TokenFunctions.Http.Health;
using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Resealing;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Sweeping;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.App;

/// <summary>What the API stands on in a test.</summary>
internal sealed class TestParts
{
    /// <summary>How many calls to one realm's provider are made at once.</summary>
    public const int CallsPerRealm = 2;

    private readonly RealmCompile compile;
    private readonly StoreClock clock;
    private readonly FixedSealingKeys keys = new(new SealingKey("test", SealingKey.NewBytes()));

    public TestParts(RealmCompile compile) => (this.compile, clock) = (compile, new StoreClock(Time));

    /// <summary>The clock of everything.</summary>
    public ManualTime Time { get; } = new(Samples.Noon);

    public FlakyTables Tables { get; } = new();

    public CallerStore Callers => new(Tables, clock);

    public ScriptedSource Core { get; } = new();

    public ScriptedSource Front { get; } = new();

    /// <summary>The provider of trials.</summary>
    public ScriptedProvider Provider { get; } = new();

    public LogCapture Log { get; } = new();

    /// <summary>Whether the console is served.</summary>
    public ConsoleSwitch Console { get; set; } = new(IsOn: true);

    /// <summary>What is looked at beside the store.</summary>
    public List<HealthCheck> Checks { get; } = [];

    /// <summary>Whether the service believes that its values lie in a vault of their own.</summary>
    public bool HasVault { get; set; }

    /// <summary>The realms as the flow reads them.</summary>
    public RealmCatalog Realms { get; private set; } = null!;

    public Sealer Sealer => new(keys);

    public TokenStore Tokens => new(Tables, Sealer);

    public void Register(IServiceCollection services)
    {
        var vault = new FollowingVault(new TableVault(Tables.Open(TableVault.TableName), Sealer, clock), !HasVault);
        var realms = new RealmStore(Tables, clock);
        var secrets = new SecretStore(Tables, vault, clock);
        var realmCatalog = Realms = new RealmCatalog(realms, new BrokerTimes(), clock.Time, c => compile(c));
        var secretCatalog = new SecretCatalog(secrets, new BrokerTimes(), clock.Time);
        var background = new Background(TaskScheduler.Default, NullLogger<Background>.Instance);
        var cache = new TokenCache(Core, clock, background, new CacheLimits());
        var inputs = new InputStore(Tables, Sealer, clock);
        var client = new RealmClient(Provider, clock.Time);
        var due = new DueStore(Tables, clock);
        var stores = new BrokerStores(
            realmCatalog, secretCatalog, Tokens, inputs, new QuotaStore(Tables), due, new UsedStore(Tables, clock));
        var hints = new DueHints(due, clock, new BrokerTimes(), background, NullLogger<DueHints>.Instance);
        services.AddSingleton(new RealmTrial(stores, Core, client, clock, new BrokerTimes(), Random.Shared, new RealmGates(clock, CallsPerRealm)));
        services.AddSingleton<ISealingKeys>(keys).AddSingleton(new Resealer(
            new ResealStore(Tables), keys, new ResealRound(Tables, Sealer, clock), clock, new BrokerTimes(), background, NullLogger<Resealer>.Instance));
        foreach (var check in Checks) services.AddSingleton(check);
        services.AddSingleton(clock.Time).AddSingleton(clock).AddSingleton<ITables>(Tables).AddSingleton<IVault>(vault)
            .AddSingleton(realms).AddSingleton(secrets).AddSingleton(realmCatalog).AddSingleton(secretCatalog)
            .AddSingleton(new Registrar(realms, secrets, Tokens, inputs, realmCatalog, secretCatalog, cache, hints, clock))
            .AddSingleton(new StatusBoard(realmCatalog, secrets, Tokens, stores.Quotas, clock))
            .AddSingleton(new TokenSources(Core, Front))
            .AddSingleton(background)
            .AddSingleton(compile).AddSingleton(Console);
    }
}
