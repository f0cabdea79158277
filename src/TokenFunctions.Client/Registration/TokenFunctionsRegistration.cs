using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TokenFunctions.Client.Connecting;
using TokenFunctions.Client.Embedded;
using TokenFunctions.Client.Prefetching;

namespace TokenFunctions.Client.Registration;

/// <summary>Registers the tokens of a program: one <see cref="TokenClient"/>, which also is the
/// <see cref="ITokenSource"/>.</summary>
public static class TokenFunctionsRegistration
{
    /// <summary>Tokens from the service. Wrong options stop the start of the host, with every fault named.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets the options; may be called more than once.</param>
    /// <exception cref="InvalidOperationException">Tokens held in process are registered already.</exception>
    public static IServiceCollection AddTokenFunctions(
        this IServiceCollection services, Action<TokenFunctionsOptions> configure)
    {
        services.AddOptions<TokenFunctionsOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<TokenFunctionsOptions>, ServiceOptionsCheck>());
        return services.AddClient(typeof(TokenFunctionsOptions), s => TokenClient.Connect(
            s.GetRequiredService<IOptions<TokenFunctionsOptions>>().Value,
            s.GetService<ILoggerFactory>(),
            s.GetService<TimeProvider>()));
    }

    /// <summary>Tokens without a service: this process asks the providers itself. Wrong options stop the start of the
    /// host, with every fault named.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets the options; may be called more than once.</param>
    /// <exception cref="InvalidOperationException">Tokens from the service are registered already.</exception>
    public static IServiceCollection AddEmbeddedTokenFunctions(
        this IServiceCollection services, Action<EmbeddedOptions> configure)
    {
        services.AddOptions<EmbeddedOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<EmbeddedOptions>, EmbeddedOptionsCheck>());
        return services.AddClient(typeof(EmbeddedOptions), s => TokenClient.Embed(
            s.GetRequiredService<IOptions<EmbeddedOptions>>().Value,
            s.GetService<ILoggerFactory>(),
            s.GetService<TimeProvider>()));
    }

    private static IServiceCollection AddClient(
        this IServiceCollection services, Type options, Func<IServiceProvider, TokenClient> make)
    {
        var mark = services.FirstOrDefault(s => s.ServiceType == typeof(HomeMark))?.ImplementationInstance as HomeMark;
        if (mark is not null && mark.Options != options)
            throw new InvalidOperationException(
                "A program has its tokens from the service or in process, not both: call one of AddTokenFunctions and"
                + " AddEmbeddedTokenFunctions. TokenClient.Connect and TokenClient.Embed make further ones.");
        if (mark is not null) return services;
        services.AddSingleton(new HomeMark(options));
        services.AddSingleton(make);
        services.AddSingleton<ITokenSource>(s => s.GetRequiredService<TokenClient>());
        return services.AddSingleton<IHostedService, PrefetchStart>();
    }

    private sealed record HomeMark(Type Options);
}
