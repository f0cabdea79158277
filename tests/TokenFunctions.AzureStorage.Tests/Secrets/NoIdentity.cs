using Azure.Core;
using Azure.Identity;

namespace TokenFunctions.AzureStorage.Tests.Secrets;

/// <summary>A machine without an identity.</summary>
internal sealed class NoIdentity : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new CredentialUnavailableException("There is no identity here.");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new CredentialUnavailableException("There is no identity here.");
}
