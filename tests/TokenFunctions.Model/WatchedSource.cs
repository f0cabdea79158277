using System.Runtime.CompilerServices;
using TokenFunctions.Model.Stepping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model;

/// <summary>Notes of each token when it was asked for: a cache may hand it out later.</summary>
public sealed class WatchedSource(ITokenSource inner, Machine machine) : ITokenSource
{
    private readonly ConditionalWeakTable<Token, StrongBox<DateTimeOffset>> asked = [];

    /// <summary>When the call began that brought the token; null = it did not come from here.</summary>
    public DateTimeOffset? AskedAt(Token token) => asked.TryGetValue(token, out var at) ? at.Value : null;

    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var at = machine.Now;
        var result = await inner.GetAsync(request, cancellationToken);
        // One token can be given to several calls, and the one that began first may end last. A stale answer tells what
        // was read before its asking.
        if (result is { Token: { } token, IsStale: false } && !(AskedAt(token) > at)) asked.AddOrUpdate(token, new(at));
        return result;
    }
}
