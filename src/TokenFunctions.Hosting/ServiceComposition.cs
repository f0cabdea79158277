using TokenFunctions.AzureStorage;
using TokenFunctions.Hosting.Composition;
using TokenFunctions.Hosting.Events;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http.Access;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Hosting;

/// <summary>The service as a whole, whatever hosts it.</summary>
public static class ServiceComposition
{
    /// <summary>Registers all that it is made of: its log, telemetry, stores, flow and endpoints. Where it listens, and
    /// which requests reach the endpoints, is the host's.</summary>
    /// <param name="builder">The host's configuration and services.</param>
    /// <param name="settings">What the service is set to.</param>
    /// <param name="openAccount">Opens the tables of a storage account; null = <see cref="AzureTables"/>.</param>
    public static void AddTokenFunctions(
        this IHostApplicationBuilder builder,
        ServiceSettings settings,
        Func<AzureTablesOptions, StoreClock, ITables>? openAccount = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.LogAsSet(settings);
        builder.AddTelemetry(settings.Otlp);
        var (services, access) = (builder.Services, Access(settings));
        services.AddStores(settings, openAccount);
        services.AddSingleton(settings.AccessTimes);
        if (settings.Core is { } core) services.AddFront(settings, core, access);
        else services.AddCore(settings, access);
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
