using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Knows how tokens are put on requests.</summary>
internal interface IAttachRules
{
    /// <summary>How the token of an answer is.</summary>
    /// <param name="result">The answer, which has a token.</param>
    /// <param name="cancellationToken">The caller's leaving.</param>
    ValueTask<Attaching> FindAsync(TokenResult result, CancellationToken cancellationToken);
}
