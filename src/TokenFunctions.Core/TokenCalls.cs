using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>Asking a source in few words.</summary>
public static class TokenCalls
{
    /// <summary>Any living token of (realm, key), or the reason why there is none.</summary>
    /// <param name="source">The source.</param>
    /// <param name="realm">The realm's id.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">The caller's leaving; it detaches the caller and never ends shared work.</param>
    /// <returns>To be awaited once, and no more (<see cref="ValueTask{TResult}"/>).</returns>
    public static ValueTask<TokenResult> GetAsync(
        this ITokenSource source, string realm, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var wanted = new TokenKey(realm, key);
        return source is IFreshTokens fresh && fresh.TryGetFresh(wanted, out var answer)
            ? new(answer)
            : source.GetAsync(new TokenRequest(wanted), cancellationToken);
    }
}
