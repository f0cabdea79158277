using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Homes;

/// <summary>A home whose source answers as a test wants.</summary>
internal sealed class HomeDouble : ITokenHome
{
    public HomeDouble(TimeProvider time, Func<TokenRequest, Task<TokenResult>> answer)
    {
        Clock = new StoreClock(time);
        var background = new Background(
            TaskScheduler.Default, Microsoft.Extensions.Logging.Abstractions.NullLogger<Background>.Instance);
        Cache = new TokenCache(new Answers(answer), Clock, background, new Caching.CacheLimits());
    }

    public TokenCache Cache { get; }

    public StoreClock Clock { get; }

    /// <summary>Whether it gives a sign of life.</summary>
    public bool IsThere { get; set; } = true;

    public Task<bool> AnswersAsync(CancellationToken cancellationToken) => Task.FromResult(IsThere);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A token that lives for an hour from <paramref name="now"/>.</summary>
    public static TokenResult Living(TokenKey key, DateTimeOffset now, long generation = 1, string value = "planted") =>
        TokenResult.Of(new Token
        {
            Key = key,
            Value = new SecretText(value),
            IssuedAt = now,
            ExpiresAt = now.AddHours(1),
            Generation = generation,
        }) with
        {
            Origin = TokenOrigin.Database,
            RevalidateAfter = TimeSpan.FromSeconds(30),
            DueAt = now.AddMinutes(48),
            DeadAt = now.AddMinutes(59),
        };

    private sealed class Answers(Func<TokenRequest, Task<TokenResult>> answer) : ITokenSource
    {
        public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken) =>
            new(answer(request));
    }
}
