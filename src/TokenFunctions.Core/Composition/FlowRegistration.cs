using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Storage;
using TokenFunctions.Sweeping;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Composition;

/// <summary>Puts the mind together, the same for the service and for programs that hold it in process: stores,
/// registry, broker, sweep.</summary>
public static class FlowRegistration
{
    /// <summary>Registers the flow. The host adds what differs: the time, <see cref="StoreClock"/>, the store and its
    /// vault (<see cref="StoreRegistration"/>), logging, the <see cref="TokenCache"/> and
    /// <see cref="SweepHooks"/>.</summary>
    /// <param name="services">Where it is registered.</param>
    /// <param name="settings">What can be set of it.</param>
    public static IServiceCollection AddTokenFlow(this IServiceCollection services, FlowSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.TryAddSingleton<FlowMetrics>();
        services.AddSingleton(settings.Times);
        services.AddSingleton(settings.Cache);
        services.AddSingleton(settings.Sweep);
        services.AddSingleton(Random.Shared);
        services.AddSingleton(s => new Background(TaskScheduler.Default, s.GetRequiredService<ILogger<Background>>()));
        return services.AddFlowStores().AddBroker(settings).AddSweep();
    }

    private static IServiceCollection AddFlowStores(this IServiceCollection services) => services
        .AddSingleton<RealmStore>()
        .AddSingleton<SecretStore>()
        .AddSingleton<TokenStore>()
        .AddSingleton<InputStore>()
        .AddSingleton<QuotaStore>()
        .AddSingleton<DueStore>()
        .AddSingleton<UsedStore>()
        .AddSingleton<RepairStore>()
        .AddSingleton<RealmCatalog>()
        .AddSingleton<SecretCatalog>()
        .AddSingleton<BrokerStores>();

    private static IServiceCollection AddBroker(this IServiceCollection services, FlowSettings settings) => services
        .AddSingleton(s => new RealmClient(
            identity => EgressHandler.Create(settings.Egress, identity: identity),
            s.GetRequiredService<TimeProvider>()))
        .AddSingleton<IRealmClient>(s => s.GetRequiredService<RealmClient>())
        .AddSingleton(s => new RealmGates(s.GetRequiredService<StoreClock>(), settings.CallsPerRealm))
        .AddSingleton<Broker>()
        .AddSingleton<DueHints>()
        .AddSingleton<Registrar>();

    private static IServiceCollection AddSweep(this IServiceCollection services) => services
        .AddSingleton<SweepMetrics>()
        .AddSingleton<SweepStores>()
        .AddSingleton<SweepMarks>()
        .AddSingleton<Sweep>()
        .AddSingleton<SweepLoop>();
}
