using Azure.Core;
using TokenFunctions.Client;
using TokenFunctions.Hosting.Scheduling;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Fronts;

namespace TokenFunctions.Hosting.Composition;

/// <summary>A front that is apart from its core: tokens in memory, and of its own only callers and the audit.</summary>
internal static class FrontComposition
{
    // Above the 25 s for which a core lets callers wait, and below the 30 s for which programs wait for a front.
    private static readonly TimeSpan CoreTimeout = TimeSpan.FromSeconds(28);

    public static IServiceCollection AddFront(
        this IServiceCollection services, ServiceSettings settings, CoreSetting core, AccessRules access)
    {
        services.AddSingleton(s => new Background(TaskScheduler.Default, s.GetRequiredService<ILogger<Background>>()));
        services.AddHostedService(s => new AttemptsOnStop(s.GetRequiredService<Background>(), resealer: null));
        services.AddTokenFunctionsFront(access, s => Options(core, s));
        services.AddSingleton<AuditPruning>();
        services.AddSingleton(s => new TimerTick(s.GetRequiredService<ITimerWork>()));
        services.AddSingleton<ITimerWork>(s => s.GetRequiredService<AuditPruning>());
        if (!settings.UnderFunctions) services.AddHostedService<PruneSchedule>();
        return services;
    }

    private static TokenFunctionsOptions Options(CoreSetting core, IServiceProvider services) => new()
    {
        Address = core.Url,
        ApiKey = core.ApiKey,
        FunctionKey = core.FunctionKey,
        Scope = core.Scope,
        Credential = core.Scope is null ? null : services.GetRequiredService<TokenCredential>(),
        Timeout = CoreTimeout,
    };
}
