using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Memory;

/// <summary>Gives each key a token of its own as a broker opens it: UTF-8 that lives for hours.</summary>
internal sealed class DistinctTokens : ITokenSource
{
    /// <summary>How long the tokens are, in bytes.</summary>
    public const int Length = 900;

    private const int KeysPerRealm = 1000;
    private readonly Random random = new(8);
    private long last;

    /// <summary>The key of that number; its texts are made anew, as those of a request are.</summary>
    public static TokenKey Key(int number) =>
        new(FormattableString.Invariant($"realm-{number / KeysPerRealm}"), FormattableString.Invariant($"customer-{number}"));

    /// <summary>Fills in another token.</summary>
    public static void Make(Random random, Span<byte> token) =>
        random.GetItems("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8, token);

    public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        Span<byte> value = stackalloc byte[Length];
        lock (random) Make(random, value);
        var now = TimeProvider.System.GetUtcNow();
        var token = new Token
        {
            Key = request.Key,
            Value = SecretText.FromUtf8(value),
            IssuedAt = now,
            ExpiresAt = now.AddHours(3),
            Generation = Interlocked.Increment(ref last),
        };
        return new(TokenResult.Of(token) with
        {
            Origin = TokenOrigin.Database,
            DueAt = now.AddHours(2),
            DeadAt = now.AddHours(2.5),
            RevalidateAfter = TimeSpan.FromMinutes(50),
        });
    }
}
