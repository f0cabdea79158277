using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Caching;

/// <summary>A cache over a source that gives each key a token of its own, as a broker opens it, and remembers
/// nothing.</summary>
internal sealed class ManyTokens : ITokenSource
{
    private const int MostLooks = 20;
    private const int Still = 10_000;

    private readonly int length;
    private readonly Func<TokenResult, TokenResult> beside;
    private TokenCache? cache;
    private long last;

    /// <param name="limits">What the cache may hold.</param>
    /// <param name="length">How long the tokens are, in bytes.</param>
    /// <param name="beside">Adds to each answer; null = nothing.</param>
    public ManyTokens(CacheLimits limits, int length, Func<TokenResult, TokenResult>? beside = null)
    {
        (this.length, this.beside) = (length, beside ?? (result => result));
        var background = new Background(new InlineScheduler(), NullLogger<Background>.Instance);
        cache = new TokenCache(this, new StoreClock(new ManualTime()), background, limits);
    }

    public TokenCache Cache => cache ?? throw new ObjectDisposedException(nameof(ManyTokens));

    /// <summary>Lets go of the cache, whoever still holds this object.</summary>
    public void Drop() => cache = null;

    /// <summary>Asks for so many tokens, with texts that nobody else holds.</summary>
    public async Task AskAsync(int from, int count)
    {
        for (var n = from; n < from + count; n++)
        {
            var key = new TokenKey($"realm-{n / 1000}", $"customer-{n}");
            Assert.True((await Cache.GetAsync(new TokenRequest(key), CancellationToken.None)).HasToken);
        }
    }

    /// <summary>The bytes of all objects in use.</summary>
    public static async Task<long> LivingBytesAsync()
    {
        // Off the stack of whoever asks, on which other tests' objects may be.
        await Task.Delay(20);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    /// <summary>As <see cref="LivingBytesAsync"/>, once what earlier tests have left is gone: some of it needs more than
    /// one collection.</summary>
    public static async Task<long> SettledBytesAsync()
    {
        var (before, now) = (long.MaxValue, await LivingBytesAsync());
        for (var look = 0; look < MostLooks && before - now > Still; look++)
            (before, now) = (now, await LivingBytesAsync());
        return now;
    }

    public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref last);
        var text = number.ToString(CultureInfo.InvariantCulture).PadRight(length, 'x');
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddYears(100);
        var token = new Token
        {
            Key = request.Key,
            Value = SecretText.FromUtf8(Encoding.ASCII.GetBytes(text)),
            IssuedAt = now,
            ExpiresAt = now.AddHours(3),
            Generation = number,
        };
        return new(beside(TokenResult.Of(token) with { DeadAt = now.AddHours(2), RevalidateAfter = TimeSpan.FromHours(1) }));
    }
}
