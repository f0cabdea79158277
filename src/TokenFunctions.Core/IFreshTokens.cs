using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>A source that has most answers in memory and gives those without a request made for them.</summary>
public interface IFreshTokens : ITokenSource
{
    /// <summary>What <see cref="ITokenSource.GetAsync"/> would answer a plain request, if nobody has to wait for
    /// it.</summary>
    /// <param name="key">Which token.</param>
    /// <param name="answer">The answer, which has a token; null = the source has to be asked.</param>
    bool TryGetFresh(TokenKey key, [NotNullWhen(true)] out TokenResult? answer);
}
