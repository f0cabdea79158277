using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Activities;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Console;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Health;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Transfer;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Drafting.Presets;
using TokenFunctions.Realms.Presets;
using TokenFunctions.Registry;
using TokenFunctions.Resealing;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Http;

/// <summary>Registers the HTTP API.</summary>
public static class TokenFunctionsHttpRegistration
{
    /// <summary>Registers everything behind the routes. The host registers what they stand on:
    /// <see cref="TokenSources"/>, <see cref="RealmCatalog"/>, <see cref="SecretCatalog"/>, <see cref="RealmTrial"/>,
    /// <see cref="Storage.RealmStore"/>, <see cref="Storage.SecretStore"/>, <see cref="Registrar"/>,
    /// <see cref="StatusBoard"/>, <see cref="Resealer"/>, <see cref="ISealingKeys"/>, <see cref="Background"/>,
    /// <see cref="Storage.StoreClock"/>, <see cref="Storage.Tables.ITables"/> and <see cref="Storage.Vault.IVault"/>; a
    /// <see cref="RealmCompile"/>, a <see cref="TimeProvider"/>, <see cref="AccessTimes"/>, a
    /// <see cref="ServiceRole"/>, a <see cref="ConsoleSwitch"/> and a list of <see cref="PresetSketch"/> if they are other
    /// than the usual ones, and a <see cref="HealthCheck"/> for each part beside the store.</summary>
    public static IServiceCollection AddTokenFunctionsHttp(this IServiceCollection services, AccessRules access)
    {
        ArgumentNullException.ThrowIfNull(access);
        services.TryAddSingleton<RealmCompile>(RealmCompiler.Compile);
        services.TryAddSingleton<IReadOnlyList<PresetSketch>>(_ => PresetSketches.Of(PresetCatalog.All));
        services.AddEveryRole(access);
        services.AddSingleton(RouteTable.Bindings);
        services.AddSingleton<IAttachRules, RealmAttach>();
        services.AddSingleton<UseRights>();
        services.AddSingleton<SecretInput>();
        services.AddSingleton<RealmEndpoints>();
        services.AddSingleton<UseChain>();
        services.AddSingleton<RealmChecks>();
        services.AddSingleton<RealmCheckEndpoint>();
        services.AddSingleton<TrialEndpoints>();
        services.AddSingleton<InputEndpoint>();
        services.AddSingleton<RealmDraftEndpoint>();
        services.AddSingleton<SecretEndpoints>();
        services.AddSingleton<StatusEndpoints>();
        services.AddSingleton<StatusOverview>();
        services.AddSingleton<SealingEndpoints>();
        services.AddTransfer();
        services.AddActivity();
        services.AddConsole();
        return services;
    }

    /// <summary>What a front that is apart from its core has too: callers, audit, tokens and signs of
    /// life.</summary>
    internal static void AddEveryRole(this IServiceCollection services, AccessRules access)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FlowMetrics>();
        services.TryAddSingleton(new AccessTimes());
        services.TryAddSingleton(ServiceRole.Core);
        services.AddCallers();
        services.AddAccess(access);
        services.AddSingleton<AuditStore>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<AuditEndpoint>();
        services.AddSingleton<ForcedRenewals>();
        services.AddSingleton<RefusalCounts>();
        services.AddHostedService(s => s.GetRequiredService<RefusalCounts>());
        services.AddSingleton<AnswerWriter>();
        services.AddSingleton(s => StoreHealth.Of(s.GetRequiredService<ITables>()));
        services.AddSingleton<HealthBoard>();
        services.AddSingleton<HealthEndpoints>();
        services.AddSingleton<VersionEndpoint>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<RetryEndpoint>();
        // After all configuration, which could name these loggers too.
        services.PostConfigure<LoggerFilterOptions>(LogRules.Apply);
    }

    private static void AddActivity(this IServiceCollection services)
    {
        services.TryAddSingleton<ActivityStore>();
        services.TryAddSingleton<ActivityJournal>();
        services.AddSingleton<ActivityReader>();
        services.AddSingleton<ActivityEndpoint>();
        services.AddHostedService<ActivityRecorder>();
    }

    private static void AddConsole(this IServiceCollection services)
    {
        services.TryAddSingleton(new ConsoleSwitch(IsOn: true));
        services.AddSingleton<PageIndex>();
        services.AddSingleton<ConsoleEndpoints>();
    }

    private static void AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<CallerStore>();
        services.AddSingleton<CallerCatalog>();
        services.AddSingleton<KeyUseStore>();
        services.AddSingleton<KeyUses>();
        services.AddSingleton<CallerChanges>();
        services.AddSingleton<CallerEndpoints>();
        services.AddSingleton<CallerKeyEndpoints>();
    }
}
