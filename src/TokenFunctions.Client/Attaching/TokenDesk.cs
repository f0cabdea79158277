using TokenFunctions.Client.Attaching.Placing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>Where a handler gets its token, and reports it as refused.</summary>
internal sealed class TokenDesk(ITokenSource source, TokenKey key, TokenHandlerOptions options)
{
    private readonly AttachPlans plans = new(key, options);
    private readonly TokenRequest usual = new(key) { MinTtl = options.MinTtl };

    /// <summary>How the handler works.</summary>
    public TokenHandlerOptions Options => options;

    /// <summary>The token for a request that goes to a named host. No token is asked for where the options name the
    /// hosts, and not this one.</summary>
    /// <exception cref="TokenHostException">The request goes elsewhere.</exception>
    /// <exception cref="TokenUnavailableException">There is no token.</exception>
    public async ValueTask<HeldToken> GetAsync(HttpRequestMessage request, Wire wire, CancellationToken cancellation)
    {
        plans.Own?.Check(request);
        var result = await wire.AskAsync(source, usual, cancellation);
        if (!result.HasToken) throw new TokenUnavailableException(key, result.Failure, RetryAfter(result.Failure));
        var held = new HeldToken(result.Token, plans.For(result));
        if (plans.Own is null) held.Plan.Hosts.Check(request);
        return held;
    }

    /// <summary>Reports the token as refused, and waits for a newer one.</summary>
    public async ValueTask<Renewal> RenewAsync(HeldToken refused, Wire wire, CancellationToken cancellation)
    {
        var generation = refused.Token.Generation;
        var result = await wire.AskAsync(source, usual with { Invalid = generation }, cancellation);
        if (!result.HasToken) return new(null, result.Failure);
        return result.Token.Generation > generation
            ? new(new(result.Token, plans.For(result)), null)
            : new(null, new(FailureKind.UpstreamTokenUnchanged, "The token that was refused is still the newest one."));
    }

    private TimeSpan? RetryAfter(TokenFailure failure)
    {
        if (failure.RetryAt is not { } at) return null;
        var wait = at - (options.Clock?.Now ?? TimeProvider.System.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
