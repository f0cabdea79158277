using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Access.Identity;
using TokenFunctions.Http.Access.Keys;
using TokenFunctions.Http.Access.Limits;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Endpoints;

namespace TokenFunctions.Http.Access;

/// <summary>Registers what stands before the routes.</summary>
internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services, AccessRules rules) => services
        .AddSingleton(rules)
        .AddSingleton<SourceReader>()
        .AddSingleton<WrongKeys>()
        .AddSingleton<CallerRoll>()
        .AddSingleton<KnownCallers>()
        .AddSingleton<VerifiedKeys>()
        .AddSingleton<KeyLogin>()
        .AddSingleton<PlatformLogin>()
        .AddSingleton<Authenticator>()
        .AddSingleton<AdminSight>()
        .AddSingleton<RequestLimits>();

    public static AccessGate Gate(IServiceProvider services, RequestDelegate next) => new(
        next,
        services.GetRequiredService<Authenticator>(),
        services.GetRequiredService<SourceReader>(),
        services.GetRequiredService<RequestLimits>(),
        services.GetRequiredService<RefusalCounts>(),
        services.GetRequiredService<AnswerWriter>());
}
