using TokenFunctions.Host.Events;
using TokenFunctions.Host.Functions;
using TokenFunctions.Host.Settings;
using TokenFunctions.Http;
using TokenFunctions.Http.Access;

namespace TokenFunctions.Host.Composition;

/// <summary>The app as a whole.</summary>
internal static class ServiceComposition
{
    /// <summary>Builds the app.</summary>
    /// <param name="builder">Its configuration and services.</param>
    /// <param name="settings">What it is set to.</param>
    /// <param name="over">Changes what it is made of, last of all; null = nothing is changed.</param>
    public static WebApplication Build(
        this WebApplicationBuilder builder, ServiceSettings settings, Action<IServiceCollection>? over = null)
    {
        builder.LogAsSet(settings);
        builder.AddTelemetry(settings.Otlp);
        builder.ListenAsSet(settings);
        var (services, access) = (builder.Services, Access(settings));
        services.AddStores(settings);
        services.AddSingleton(settings.AccessTimes);
        if (settings.Core is { } core) services.AddFront(settings, core, access);
        else services.AddCore(settings, access);
        over?.Invoke(services);
        var app = builder.Build();
        // A front has none: it sweeps nothing.
        _ = app.Services.GetService<ServiceStart>();
        app.MapTokenFunctions();
        if (settings.UnderFunctions) app.MapPreRefresh();
        return app;
    }

    // Where other machines can reach the app, nobody is served without a key; on loopback there is a guard.
    private static AccessRules Access(ServiceSettings settings) => new()
    {
        AdminKey = settings.AdminKey,
        TrustFunctionKeys = settings.TrustFunctionKeys,
        TrustAppServiceIdentity = settings.AppServiceIdentity,
        RequireLoopbackGuard = settings is { AdminKey: null, UnderFunctions: false, OpenUrl: null },
        IsBehindHost = settings.UnderFunctions,
        ClientAddressHeader = settings.ClientAddress,
        MaxConcurrent = settings.MaxConcurrent,
    };
}
