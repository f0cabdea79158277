using TokenFunctions.Caching;
using TokenFunctions.Host.Scheduling;
using TokenFunctions.Host.Settings;
using TokenFunctions.Http;
using TokenFunctions.Http.Audit;
using TokenFunctions.Notices;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Resealing;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Host.Composition;

/// <summary>The mind of the service: stores, registry, broker, cache, sweep.</summary>
internal static class FlowComposition
{
    public static IServiceCollection AddFlow(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton(settings.Times);
        services.AddSingleton(new CacheLimits());
        services.AddSingleton(Random.Shared);
        services.AddSingleton(s => new Background(TaskScheduler.Default, s.GetRequiredService<ILogger<Background>>()));
        services.AddSingleton<RealmStore>();
        services.AddSingleton<SecretStore>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<InputStore>();
        services.AddSingleton<QuotaStore>();
        services.AddSingleton<DueStore>();
        services.AddSingleton<UsedStore>();
        services.AddSingleton<RealmCatalog>();
        services.AddSingleton<SecretCatalog>();
        services.AddSingleton(s => new RealmClient(
            identity => EgressHandler.Create(settings.Egress, identity: identity),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRealmClient>(s => s.GetRequiredService<RealmClient>());
        services.AddSingleton<BrokerStores>();
        services.AddSingleton(s => new RealmGates(s.GetRequiredService<StoreClock>(), settings.CallsPerRealm));
        services.AddSingleton<Broker>();
        services.AddSingleton(s => new TokenCache(
            s.GetRequiredService<Broker>(),
            s.GetRequiredService<StoreClock>(),
            s.GetRequiredService<Background>(),
            s.GetRequiredService<CacheLimits>()));
        services.AddSingleton(
            s => new TokenSources(s.GetRequiredService<Broker>(), s.GetRequiredService<TokenCache>()));
        services.AddSingleton(s => new RealmTrial(
            s.GetRequiredService<BrokerStores>(),
            s.GetRequiredService<Broker>(),
            s.GetRequiredService<RealmClient>(),
            s.GetRequiredService<StoreClock>(),
            settings.Times,
            s.GetRequiredService<Random>(),
            s.GetRequiredService<RealmGates>()));
        services.AddSingleton<DueHints>();
        services.AddSingleton<Registrar>();
        services.AddSingleton<StatusBoard>();
        services.AddSweep(settings);
        services.AddHostedService<AttemptsOnStop>();
        if (!settings.UnderFunctions) services.AddHostedService<SweepSchedule>();
        return services;
    }

    private static void AddSweep(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton(settings.Sweep);
        services.AddSingleton<RepairStore>();
        services.AddSingleton(s => new AuditRetention(
            new AuditStore(s.GetRequiredService<ITables>()), settings.AuditDays));
        services.AddSingleton(s => new SweepHooks
        {
            SecretExpires = s.GetRequiredService<ExpiryNotices>().TellAsync,
            NoticeOwed = s.GetRequiredService<CredentialNotices>().DeliverOwedAsync,
            PassBegins = s.GetRequiredService<QuotaStore>().RemoveEndedAsync,
            Beside = cancellationToken => Task.WhenAll(
                s.GetRequiredService<Resealer>().GoOnAsync(cancellationToken),
                s.GetRequiredService<AuditRetention>().PruneAsync(
                    s.GetRequiredService<StoreClock>().Now, cancellationToken)),
        });
        services.AddSingleton<SweepMetrics>();
        services.AddSingleton<SweepStores>();
        services.AddSingleton<Sweep>();
    }
}
