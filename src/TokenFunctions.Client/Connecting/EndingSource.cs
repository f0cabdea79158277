using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Connecting;

/// <summary>Ends the calls that are under way when their home ends; a memory in front of it ends none by itself, since
/// its callers share them.</summary>
internal sealed class EndingSource(ITokenSource source, CancellationToken end) : ITokenSource
{
    /// <inheritdoc/>
    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled) return await source.GetAsync(request, end);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end);
        return await source.GetAsync(request, both.Token);
    }
}
