using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Caching;
using TokenFunctions.Client;
using TokenFunctions.Client.Remote;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Fronts;

/// <summary>Registers the HTTP API of a front that is apart from its core.</summary>
public static class FrontRegistration
{
    /// <summary>Registers what is behind the routes of a front. The host registers what they stand on:
    /// <see cref="Background"/>, <see cref="StoreClock"/> and <see cref="Storage.Tables.ITables"/>; a
    /// <see cref="TimeProvider"/> and <see cref="AccessTimes"/> if they are other than the usual ones.</summary>
    /// <param name="services">Where it is registered.</param>
    /// <param name="access">Who may use the front.</param>
    /// <param name="core">Where the core is, and as whom the front asks it.</param>
    public static IServiceCollection AddTokenFunctionsFront(
        this IServiceCollection services, AccessRules access, Func<IServiceProvider, TokenFunctionsOptions> core)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(core);
        services.AddSingleton(ServiceRole.Front);
        services.AddEveryRole(access);
        services.AddSingleton(FrontRoutes.Bindings);
        services.AddSingleton<IAttachRules, ToldAttach>();
        services.AddSingleton<CoreWatch>();
        services.AddSingleton(s => CoreHealth.Of(s.GetRequiredService<CoreWatch>()));
        services.AddSingleton(s => new CoreLine(core(s)));
        services.AddSingleton(Sources);
        return services;
    }

    private static TokenSources Sources(IServiceProvider services)
    {
        var line = services.GetRequiredService<CoreLine>();
        // The times of tokens are the core's; the front's own store may be far away from it.
        var clock = new StoreClock(services.GetRequiredService<TimeProvider>());
        var limits = new CacheLimits
        {
            MaxBytes = line.Options.CacheBytes,
            ChecksEarly = true,
            BytesBeside = HeldAnswers.BytesEach,
        };
        var cache = new TokenCache(Source(), clock, services.GetRequiredService<Background>(), limits);
        // Each has its own pause: who asks the core itself too often keeps nobody from tokens in memory.
        return new TokenSources(Source(), cache) { Clock = clock };

        CoreSource Source() => new(
            new RemoteBroker(line.Http, line.Options, clock, Random.Shared, ServiceRoute.Core),
            services.GetRequiredService<CoreWatch>());
    }
}
