using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>A cache over a scripted source.</summary>
internal sealed class CacheWorld
{
    public CacheWorld(long maxBytes = 1_000_000, TaskScheduler? scheduler = null, bool checksEarly = false)
    {
        Source = new ScriptedSource(Time);
        Background = new Background(scheduler ?? new InlineScheduler(), NullLogger<Background>.Instance);
        var limits = new CacheLimits { MaxBytes = maxBytes, ChecksEarly = checksEarly };
        Cache = new TokenCache(Source, new StoreClock(Time), Background, limits);
    }

    public ManualTime Time { get; } = new();

    public ScriptedSource Source { get; }

    public Background Background { get; }

    public TokenCache Cache { get; }

    public Task<TokenResult> Ask(string key = "main", CancellationToken cancellationToken = default) =>
        Cache.GetAsync(new TokenRequest(new TokenKey("demo", key)), cancellationToken).AsTask();

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));
}
