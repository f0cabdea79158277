using TokenFunctions.Renewals;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Embedded;

/// <summary>Has realms and secrets registered before the first token is asked for.</summary>
internal sealed class RegisteredSource(ITokenSource source, Func<Task> register) : ITokenSource
{
    /// <inheritdoc/>
    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken) =>
        await Guard.AsAnswerAsync(async () =>
        {
            await register().WaitAsync(cancellationToken);
            return await source.GetAsync(request, cancellationToken);
        });
}
