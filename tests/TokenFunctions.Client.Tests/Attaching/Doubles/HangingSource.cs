using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>A source that does not answer, until its caller leaves.</summary>
internal sealed class HangingSource : ITokenSource
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when somebody asks.</summary>
    public Task Asked => asked.Task;

    public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        asked.TrySetResult();
        return new(new TaskCompletionSource<TokenResult>().Task.WaitAsync(cancellationToken));
    }
}
