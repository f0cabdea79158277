using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>A token source that answers what a test says.</summary>
internal sealed class ScriptedSource(TimeProvider time) : ITokenSource
{
    private readonly List<TokenRequest> requests = [];
    private readonly Lock gate = new();

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<TokenRequest> Requests
    {
        get { lock (gate) return [.. requests]; }
    }

    public int Calls => Requests.Count;

    /// <summary>Held: calls end when it ends. Set anew for each held call.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>What each call waits for beside that; null = nothing.</summary>
    public Func<Task>? Wait { get; set; }

    /// <summary>Makes the answer; without one a token of generation 1 that lives an hour is given.</summary>
    public Func<TokenRequest, TokenResult>? Answer { get; set; }

    public TokenResult Token(TokenKey key, long generation, double dueIn = 3000, double deadIn = 3600, double revalidateAfter = 60)
    {
        var now = time.GetUtcNow();
        var token = new Token
        {
            Key = key,
            Value = new SecretText($"value-{generation}"),
            IssuedAt = now,
            ExpiresAt = now.AddSeconds(deadIn + 10),
            Generation = generation,
        };
        return TokenResult.Of(token) with
        {
            Origin = TokenOrigin.Database,
            DueAt = now.AddSeconds(dueIn),
            DeadAt = now.AddSeconds(deadIn),
            RevalidateAfter = TimeSpan.FromSeconds(revalidateAfter),
        };
    }

    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        lock (gate) requests.Add(request);
        var made = Answer?.Invoke(request) ?? Token(request.Key, 1);
        await Hold;
        if (Wait is { } wait) await wait();
        return made;
    }
}
