using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Fronts;

/// <summary>The core of a front as the front's callers may hear of it.</summary>
/// <param name="core">The core over HTTP.</param>
/// <param name="watch">Hears how each call ended.</param>
internal sealed class CoreSource(ITokenSource core, CoreWatch watch) : ITokenSource
{
    /// <inheritdoc/>
    /// <remarks>The core's own audit knows only that this front forced a renewal. Whose wish it was is told here: a
    /// request that demanded more than a living token and was answered with what the provider gave just then.</remarks>
    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var result = await core.GetAsync(request, cancellationToken);
        watch.Note(result.Failure);
        if (!result.HasToken) return TokenResult.Of(CoreFailure.Of(result.Failure));
        if (request.WhenForced is { } tell && result.Origin == TokenOrigin.Upstream)
            await tell(CausesOf(request), null);
        return result;
    }

    private static ForceCauses CausesOf(TokenRequest request) =>
        (request.Flush ? ForceCauses.Flush : ForceCauses.None)
        | (request.Invalid is null ? ForceCauses.None : ForceCauses.Invalid)
        | (request.MinTtl > TimeSpan.Zero ? ForceCauses.MinTtl : ForceCauses.None);
}
