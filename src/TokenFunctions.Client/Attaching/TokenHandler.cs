using TokenFunctions.Client.Attaching.Redirects;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>Puts a living token on each request of an <see cref="HttpClient"/>, and repeats a request once with a newer
/// one when the API says that the token is dead.</summary>
/// <remarks>
/// <para>The token goes only to named hosts (<see cref="TokenHandlerOptions.Hosts"/>, else the realm's), and no request
/// goes to one without it. What is sent is a copy: the caller's request holds no token, neither does the answer's
/// <see cref="HttpResponseMessage.RequestMessage"/>.</para>
/// <para>Redirects are followed here, if the innermost handler would have followed them, and by that one no more: to
/// named hosts with the token, to others without it, never from https to http, and never back to a named host from
/// another one. An answer that leads where this does not go is given to the caller.</para>
/// <para>The logs of the client factory and the framework's traces hide values of headers and queries, and so the
/// token, as long as they are not told to show them (<c>RedactLoggedHeaders</c>, <c>DisableUriRedaction</c>). A proxy
/// sees what is sent over http.</para>
/// <para>An answer means that the token is dead when it is a 401 or the realm says so. The token is then reported and a
/// newer one waited for; where the request cannot be repeated, or is refused again, the caller gets the answer, and
/// <see cref="TokenOutcomes.GetTokenOutcome"/> tells what happened.</para>
/// </remarks>
public sealed class TokenHandler : DelegatingHandler
{
    private readonly TokenDesk desk;
    private readonly Wire waiting;
    private readonly Wire blocking;
    private InnerRedirects? redirects;

    /// <summary>A handler for the token of (realm, key).</summary>
    /// <param name="source">Where tokens come from.</param>
    /// <param name="realm">The realm's id.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">How it works; null = as the realm says.</param>
    /// <exception cref="ArgumentException">A name or an option cannot be used.</exception>
    public TokenHandler(ITokenSource source, string realm, string key, TokenHandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var token = new TokenKey(Name(realm, nameof(realm)), Name(key, nameof(key)));
        desk = new(source, token, OptionsCheck.Taken(options ?? new()));
        waiting = new(true, (request, cancellation) => new(base.SendAsync(request, cancellation)));
        blocking = new(false, (request, cancellation) => new(base.Send(request, cancellation)));
    }

    /// <inheritdoc/>
    /// <exception cref="TokenHostException">The token must not go there.</exception>
    /// <exception cref="TokenUnavailableException">There is no token.</exception>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = Begin(request, waiting);
        return CallerThread.IsBound
            ? Task.Run(() => exchange.RunAsync(cancellationToken).AsTask(), cancellationToken)
            : exchange.RunAsync(cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    /// <exception cref="TokenHostException">The token must not go there.</exception>
    /// <exception cref="TokenUnavailableException">There is no token.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = Begin(request, blocking);
        var answer = CallerThread.IsBound
            ? Task.Run(() => exchange.RunAsync(cancellationToken).AsTask(), cancellationToken)
            : exchange.RunAsync(cancellationToken).AsTask();
        return answer.GetAwaiter().GetResult();
    }

    private static string Name(string name, string parameter) =>
        NameRule.IsValid(name) ? name : throw new ArgumentException($"Use {NameRule.InWords}.", parameter);

    private TokenExchange Begin(HttpRequestMessage request, Wire wire)
    {
        ArgumentNullException.ThrowIfNull(request);
        redirects ??= InnerRedirects.TurnOff(InnerHandler, desk.Options.TrustsInnerHandler);
        var isFollowed = request.Options.TryGetValue(TokenRequestOptions.IsFollowed, out var followed) && followed;
        return new(desk, request, wire, redirects.AreFollowed && !isFollowed);
    }
}
