using Azure.Core;

namespace TokenFunctions.Hosting.Composition;

/// <summary>An identity that is looked for when a token of it is first asked for: loading all its ways to find one
/// would make the start slower, and a process that is started for one request may need none.</summary>
/// <param name="make">Makes the identity.</param>
internal sealed class LateCredential(Func<TokenCredential> make) : TokenCredential
{
    private readonly Lazy<TokenCredential> identity = new(make);

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        identity.Value.GetToken(requestContext, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        identity.Value.GetTokenAsync(requestContext, cancellationToken);
}
