using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TokenFunctions.Caching;
using TokenFunctions.Client.Telemetry;
using TokenFunctions.Composition;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Sweeping;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Client.Embedded;

/// <summary>The mind in this process: the broker and the sweep of the service, over a store of the program.</summary>
internal sealed class EmbeddedHome : ITokenHome
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    // An attempt of the usual length, from its lease to the writing of its answer.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(45);

    private readonly ServiceProvider parts;
    private readonly ITables tables;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource end = new();
    private readonly Task sweeping;

    /// <summary>Puts it together and begins to register realms and secrets; nobody waits for that but who asks for a
    /// token.</summary>
    public EmbeddedHome(
        EmbeddedPlan plan, ClientTelemetry telemetry, ILoggerFactory loggers, TimeProvider time)
    {
        (tables, this.time) = (plan.Tables, time);
        parts = Parts(plan, telemetry, loggers, time).BuildServiceProvider();
        (Cache, Clock) = (parts.GetRequiredService<TokenCache>(), parts.GetRequiredService<StoreClock>());
        var registration = parts.GetRequiredService<RealmRegistration>();
        parts.GetRequiredService<Background>().Run("registration", registration.EnsureAsync);
        sweeping = Task.Run(() => parts.GetRequiredService<SweepLoop>().RunAsync(end.Token));
    }

    /// <inheritdoc/>
    public TokenCache Cache { get; }

    /// <inheritdoc/>
    public StoreClock Clock { get; }

    /// <inheritdoc/>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tables.PingAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Lets attempts that are under way end: an answer that nobody writes down may be the only living
    /// token.</summary>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await sweeping;
        await DrainAsync();
        // The store is closed with them.
        await parts.DisposeAsync();
        end.Dispose();
    }

    private async Task DrainAsync()
    {
        try
        {
            await parts.GetRequiredService<Background>().DrainAsync().WaitAsync(LongestEnd, time);
        }
        catch (TimeoutException)
        {
            // A store that takes nothing must not keep the program from ending; the rows say what was sent.
        }
    }

    private static IServiceCollection Parts(
        EmbeddedPlan plan, ClientTelemetry telemetry, ILoggerFactory loggers, TimeProvider time) =>
        new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<StoreClock>()
            .AddSingleton(loggers)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton<ITables>(s => new MeteredTables(plan.Tables, s.GetRequiredService<FlowMetrics>()))
            .AddSingleton(plan.Keys)
            .AddSealer()
            .AddTableVault()
            .AddTokenFlow(plan.Flow)
            .AddSingleton(s => new SweepHooks { PassBegins = s.GetRequiredService<QuotaStore>().RemoveEndedAsync })
            .AddSingleton(plan)
            .AddSingleton<RealmRegistration>()
            .AddSingleton(s => Memory(s, telemetry));

    // The registration changes what memory holds, so it is found only when somebody asks.
    private static TokenCache Memory(IServiceProvider services, ClientTelemetry telemetry)
    {
        var clock = services.GetRequiredService<StoreClock>();
        var told = new AttachingSource(
            services.GetRequiredService<Broker>(), services.GetRequiredService<RealmCatalog>());
        var registered = new RegisteredSource(
            told, () => services.GetRequiredService<RealmRegistration>().EnsureAsync());
        var logger = services.GetRequiredService<ILogger<WatchedSource>>();
        return new TokenCache(
            new WatchedSource(registered, telemetry, clock, logger),
            clock,
            services.GetRequiredService<Background>(),
            services.GetRequiredService<CacheLimits>());
    }
}
