using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Console;

namespace TokenFunctions.Hosting.Composition;

/// <summary>A whole service: the authority, with a front of its own before it.</summary>
internal static class CoreComposition
{
    public static IServiceCollection AddCore(
        this IServiceCollection services, ServiceSettings settings, AccessRules access)
    {
        services.AddVault(settings);
        services.AddSealing(settings);
        services.AddNotices(settings);
        services.AddFlow(settings);
        services.AddSingleton(new ConsoleSwitch(settings.ServesConsole));
        services.AddTokenFunctionsHttp(access);
        return services;
    }
}
