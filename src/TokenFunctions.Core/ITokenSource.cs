using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The only road a token travels. Each part of the product is a source over another source.</summary>
public interface ITokenSource
{
    /// <summary>Gives the token that satisfies <paramref name="request"/>, or the reason why there is none.</summary>
    /// <param name="request">Which token, and what is demanded of it.</param>
    /// <param name="cancellationToken">The caller's leaving; it detaches the caller and never ends shared work.</param>
    /// <returns>To be awaited once, and no more (<see cref="ValueTask{TResult}"/>): what is in memory is answered
    /// without an object of its own.</returns>
    ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken);
}
