using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Planting;

/// <summary>A cache that knows no end of a token.</summary>
internal sealed class LongMemory(ITokenSource inner) : ITokenSource
{
    private readonly Dictionary<TokenKey, TokenResult> kept = [];

    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        if (request.IsPlain && kept.TryGetValue(request.Key, out var known)) return known;
        var result = await inner.GetAsync(request, cancellationToken);
        if (result.HasToken) kept[request.Key] = result;
        return result;
    }
}
