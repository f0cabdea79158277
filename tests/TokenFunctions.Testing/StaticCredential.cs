using Azure.Core;

namespace TokenFunctions.Testing;

/// <summary>A credential that always has the same token, and remembers what it was asked for.</summary>
public sealed class StaticCredential(string token) : TokenCredential
{
    private readonly Lock gate = new();
    private readonly List<string> scopes = [];

    /// <summary>The scopes that were asked for, in order.</summary>
    public IReadOnlyList<string> Scopes
    {
        get
        {
            lock (gate) return [.. scopes];
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        lock (gate) scopes.AddRange(requestContext.Scopes);
        return new AccessToken(token, TimeProvider.System.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
