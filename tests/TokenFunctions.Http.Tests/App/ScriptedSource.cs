using System.Collections.Concurrent;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.App;

/// <summary>A source that answers what the test wants and remembers what it was asked.</summary>
internal sealed class ScriptedSource : ITokenSource
{
    public ConcurrentQueue<TokenRequest> Asked { get; } = new();

    public Func<TokenRequest, TokenResult> Answer { get; set; } =
        request => TokenResult.Of(new TokenFailure(FailureKind.UnknownSecret, $"The realm '{request.Key.Realm}' has no secret '{request.Key.Key}'. Create it with POST /api/secret."));

    /// <summary>Awaited before each answer.</summary>
    public Func<CancellationToken, Task> Hold { get; set; } = _ => Task.CompletedTask;

    /// <summary>Why each request that demands something special renews the token by force; none = it does not.</summary>
    public ForceCauses Forces { get; set; }

    /// <summary>The failure of those renewals; null = they work.</summary>
    public TokenFailure? ForcedFailure { get; set; }

    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        // Whoever wants to know what is forced makes no difference to what was asked.
        Asked.Enqueue(request with { WhenForced = null });
        await Hold(cancellationToken);
        if (Forces != ForceCauses.None && request.WhenForced is { } tell) await tell(Forces, ForcedFailure);
        return Answer(request);
    }
}
