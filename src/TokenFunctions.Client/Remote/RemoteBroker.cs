using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>The token service over HTTP. It keeps no tokens: a <see cref="TokenCache"/> in front of it remembers them
/// and lets equal requests share one call.</summary>
/// <remarks>While the service is away it is left alone, longer and longer, and calls fail at once with
/// <see cref="FailureKind.ServiceUnavailable"/> and the time from which to ask again.
/// <see cref="TokenRequest.WhenForced"/> is not called: the service itself notes who forces renewals.</remarks>
public sealed class RemoteBroker : ITokenSource
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);
    private readonly ServiceCall call;
    private readonly ServicePause pause;
    private readonly HeldAnswers answers = new();
    private readonly StoreClock clock;
    private readonly string service;
    private readonly TimeSpan timeout;
    private readonly TimeSpan checkTimeout;

    /// <summary>A service.</summary>
    /// <param name="http">The way to it, which must not follow redirects: they would carry the keys elsewhere. It stays
    /// the caller's to dispose of.</param>
    /// <param name="options">Where it is and how this program shows who it is; later changes of them have no
    /// effect.</param>
    /// <param name="clock">The service's time, which is learned from its answers.</param>
    /// <param name="random">The source of the jitter; used by one thread at a time.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message names every fault.</exception>
    public RemoteBroker(HttpMessageInvoker http, TokenFunctionsOptions options, StoreClock clock, Random random)
        : this(http, options, clock, random, ServiceRoute.Front)
    {
    }

    /// <summary>As the other, asking that route.</summary>
    internal RemoteBroker(
        HttpMessageInvoker http, TokenFunctionsOptions options, StoreClock clock, Random random, ServiceRoute route)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(random);
        var faults = RemoteFaults.Of(options);
        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(options));

        (this.clock, timeout, checkTimeout) = (clock, options.Timeout, options.CheckTimeout);
        var address = new ServiceAddress(options.Address!, route);
        var keys = new ServiceKeys(options.ApiKey, options.FunctionKey);
        var entra = options.Credential is { } credential
            ? new EntraToken(credential, options.Scope!, clock.Time, timeout)
            : null;
        service = route.Name ?? $"The token service at {address.Name}";
        call = new ServiceCall(http, address, keys, entra, clock.Time);
        pause = new ServicePause(clock, random);
    }

    /// <inheritdoc/>
    /// <remarks>The caller's leaving ends its call; the service goes on with what it has begun.</remarks>
    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isCheck = IsCheck(request);
        if (pause.IsOn(isCheck, out var failure)) return TokenResult.Of(failure);
        var held = answers.TryFind(request.Held, out var known) ? known : null;
        var limit = isCheck ? checkTimeout : timeout;
        var exchange = await call.RunAsync(request, held?.Tag, limit, cancellationToken);
        return exchange.Answer is { } answer
            ? Take(answer, exchange.Moment, request, held)
            : Silent(exchange, isCheck && checkTimeout < timeout);
    }

    private TokenResult Silent(ServiceExchange exchange, bool wasShort)
    {
        var failure = Unavailable($"{service} {exchange.Silence}.");
        return TokenResult.Of(pause.Silent(failure, exchange.Moment.Timestamp, exchange.IsLate && wasShort));
    }

    // Who has a token that will do only wants to know whether it still holds.
    private bool IsCheck(TokenRequest request) =>
        request is { Flush: false, Held: { } living }
        && !(living.Generation <= request.Invalid)
        && !(living.ExpiresAt - clock.Now < request.MinTtl);

    private TokenResult Take(ServiceAnswer answer, SentMoment moment, TokenRequest request, HeldAnswer? held)
    {
        if (Grant(answer, moment, request, held) is { } granted)
        {
            pause.Answered(moment.Timestamp);
            return granted;
        }

        var (failure, isAway) = Denial.Read(answer, service);
        if (isAway) return TokenResult.Of(pause.Away(failure, moment.Timestamp, answer.RetryAfter));
        Learn(answer, moment);
        pause.Answered(moment.Timestamp);
        // What says that it cannot be done just now can be done a moment later.
        var isPassing = failure is { Kind: FailureKind.ServiceUnavailable, RetryAt: null };
        return TokenResult.Of(isPassing ? failure with { RetryAt = clock.Now + AskAgainAfter } : failure);
    }

    private TokenResult? Grant(ServiceAnswer answer, SentMoment moment, TokenRequest request, HeldAnswer? held)
    {
        if (answer.IsFromElsewhere) return null;
        if (answer.Status == 304 && held is not null)
        {
            Learn(answer, moment);
            return held.Result;
        }

        if (answer is not { Status: 200, Body: { } body, MediaType: "application/json" }) return null;
        Learn(answer, moment);
        var result = TokenAnswer.Read(body, request.Key, moment.In(clock));
        if (result is not null) answers.Keep(result, answer.Tag);
        return result;
    }

    private void Learn(ServiceAnswer answer, SentMoment moment)
    {
        if (answer.Date is { } date) clock.Observe(moment.OwnTime, answer.ReceivedAt, date);
    }

    private static TokenFailure Unavailable(string detail) => new(FailureKind.ServiceUnavailable, detail);
}
