using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Registration;

/// <summary>Puts tokens on the requests of HTTP clients.</summary>
public static class HttpClientRegistration
{
    /// <summary>Puts a living token of (realm, key) on each request of this client.</summary>
    /// <param name="builder">The client; its later handlers, such as those that try again, are inside of this
    /// one.</param>
    /// <param name="realm">The realm's id.</param>
    /// <param name="key">The key.</param>
    /// <param name="configure">Sets how; null = as the realm says.</param>
    /// <exception cref="ArgumentException">Realm or key is no name.</exception>
    public static IHttpClientBuilder AddToken(
        this IHttpClientBuilder builder, string realm, string key, Action<TokenHandlerOptions>? configure = null)
    {
        if (!NameRule.IsValid(realm)) throw new ArgumentException($"It must be {NameRule.InWords}.", nameof(realm));
        if (!NameRule.IsValid(key)) throw new ArgumentException($"It must be {NameRule.InWords}.", nameof(key));
        var options = new TokenHandlerOptions();
        configure?.Invoke(options);
        return builder.AddHttpMessageHandler(s => new TokenHandler(
            s.GetRequiredService<ITokenSource>(), realm, key, options with { Clock = options.Clock ?? ClockOf(s) }));
    }

    // A program may have registered a source of its own, whose times are this machine's.
    private static StoreClock? ClockOf(IServiceProvider services) => services.GetService<TokenClient>()?.Clock;
}
