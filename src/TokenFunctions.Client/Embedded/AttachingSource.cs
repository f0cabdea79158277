using TokenFunctions.Registry;
using TokenFunctions.Renewals;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Embedded;

/// <summary>Says with each token how its realm wants it on a request, as the service does when asked to.</summary>
internal sealed class AttachingSource(ITokenSource broker, RealmCatalog realms) : ITokenSource
{
    /// <inheritdoc/>
    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var result = await broker.GetAsync(request, cancellationToken);
        if (!result.HasToken) return result;
        return await Guard.AsAnswerAsync(async () =>
        {
            var realm = await realms.FindAsync(request.Key.Realm, cancellationToken);
            return result with { Attach = realm?.Plan?.Attach };
        });
    }
}
