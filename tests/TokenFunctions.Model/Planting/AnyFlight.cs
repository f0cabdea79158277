using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Planting;

/// <summary>Gives whoever asks what was asked for before, whatever is demanded.</summary>
internal sealed class AnyFlight(ITokenSource inner) : ITokenSource
{
    private readonly SingleFlight<TokenKey, TokenResult> flights = new();

    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken) =>
        await flights.Join(request.Key, () => inner.GetAsync(request, CancellationToken.None).AsTask())
            .WaitAsync(cancellationToken);
}
