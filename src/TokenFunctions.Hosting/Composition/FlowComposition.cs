using TokenFunctions.Caching;
using TokenFunctions.Composition;
using TokenFunctions.Hosting.Scheduling;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http;
using TokenFunctions.Http.Activities;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Health;
using TokenFunctions.Notices;
using TokenFunctions.Realms;
using TokenFunctions.Renewals;
using TokenFunctions.Resealing;
using TokenFunctions.Storage;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Hosting.Composition;

/// <summary>The mind of the service, and what the service alone adds to it.</summary>
internal static class FlowComposition
{
    public static IServiceCollection AddFlow(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddTokenFlow(new FlowSettings
        {
            Egress = settings.Egress,
            Times = settings.Times,
            Sweep = settings.Sweep,
            CallsPerRealm = settings.CallsPerRealm,
        });
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
        services.AddSingleton<StatusBoard>();
        services.AddHooks(settings);
        services.AddSingleton(s => new TimerTick(s.GetRequiredService<ITimerWork>()));
        services.AddSingleton<ITimerWork>(s => new SweepTick(
            new Lazy<Sweep>(s.GetRequiredService<Sweep>), s.GetRequiredService<ILogger<SweepTick>>()));
        services.AddHostedService(s => new AttemptsOnStop(
            s.GetRequiredService<Background>(), new Lazy<Resealer>(s.GetRequiredService<Resealer>)));
        if (!settings.UnderFunctions) services.AddHostedService<SweepSchedule>();
        return services;
    }

    private static void AddHooks(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton<ActivityStore>();
        services.AddSingleton<ActivityJournal>();
        services.AddSingleton(s => new SweepHooks
        {
            SecretExpires = s.GetRequiredService<ExpiryNotices>().TellAsync,
            NoticeOwed = s.GetRequiredService<CredentialNotices>().DeliverOwedAsync,
            PassBegins = s.GetRequiredService<QuotaStore>().RemoveEndedAsync,
            Beside = cancellationToken => Task.WhenAll(
                s.GetRequiredService<Resealer>().GoOnAsync(cancellationToken),
                PruneAsync(s, cancellationToken)),
            Ended = (report, cancellationToken) =>
                s.GetRequiredService<SweepMarks>().SaveAsync(report.Left, cancellationToken),
        });
        services.AddSingleton<ServiceStart>();
        services.AddSingleton(s => SweepHealth.Of(
            s.GetRequiredService<SweepMarks>(),
            settings.Times,
            s.GetRequiredService<StoreClock>(),
            s.GetRequiredService<ServiceStart>().At));
    }

    // The activity second: where the store does not answer at all, the audit's removal tells it.
    private static async Task PruneAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<StoreClock>().Now;
        await services.GetRequiredService<AuditRetention>().PruneAsync(now, cancellationToken);
        await services.GetRequiredService<ActivityJournal>().PruneAsync(cancellationToken);
    }
}
