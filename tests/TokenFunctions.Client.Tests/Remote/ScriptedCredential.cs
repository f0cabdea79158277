using Azure.Core;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>A credential that gives a new token each time, as a test says.</summary>
internal sealed class ScriptedCredential : TokenCredential
{
    private int calls;

    public int Calls => Volatile.Read(ref calls);

    /// <summary>The scope that was asked for last.</summary>
    public string? Scope { get; private set; }

    /// <summary>What a token is; the number is that of the call.</summary>
    public Func<int, CancellationToken, Task<AccessToken>> Give { get; set; } =
        (call, _) => Task.FromResult(new AccessToken($"entra-{call}", DateTimeOffset.MaxValue));

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Only the asynchronous way is used.");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scope = Assert.Single(requestContext.Scopes);
        return await Give(Interlocked.Increment(ref calls), cancellationToken);
    }
}
