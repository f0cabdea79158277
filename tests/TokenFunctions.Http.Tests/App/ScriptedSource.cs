using System.Collections.Concurrent;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.App;

/// <summary>A source that answers what the test wants and remembers what it was asked.</summary>
internal sealed class ScriptedSource : ITokenSource
{
    public ConcurrentQueue<TokenRequest> Asked { get; } = new();

    public Func<TokenRequest, TokenResult> Answer { get; set; } =
        request => TokenResult.Of(new TokenFailure(FailureKind.UnknownSecret, $"There is no secret {request.Key.Key}."));

    /// <summary>Awaited before each answer.</summary>
    public Func<CancellationToken, Task> Hold { get; set; } = _ => Task.CompletedTask;

    public async Task<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        Asked.Enqueue(request);
        await Hold(cancellationToken);
        return Answer(request);
    }
}
