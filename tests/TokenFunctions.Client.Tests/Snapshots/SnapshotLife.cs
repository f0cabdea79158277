using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Client.Snapshots;
using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Snapshots;

/// <summary>One life of a program with a snapshot: it begins with what is in the file, and ends with
/// <see cref="DisposeAsync"/>, or without it when the program is killed.</summary>
internal sealed class SnapshotLife : ITokenSource, IAsyncDisposable
{
    public const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    public static readonly Uri Address = new("https://tokens.example.com");
    private readonly ManualTime time;
    private readonly TokenSnapshot snapshot;

    public SnapshotLife(string file, ManualTime time, string key = Key, Uri? address = null)
    {
        this.time = time;
        var background = new Background(TaskScheduler.Default, NullLogger<Background>.Instance);
        Clock = new StoreClock(time);
        Cache = new TokenCache(this, Clock, background, new CacheLimits { ChecksEarly = true });
        var options = new TokenFunctionsOptions
        {
            Address = address ?? Address,
            SnapshotFile = file,
            SnapshotKey = new SecretText(key),
        };
        snapshot = TokenSnapshot.Open(options, Cache, Clock, new Logger<TokenSnapshot>(Logs.Factory()))!;
    }

    public StoreClock Clock { get; }

    public TokenCache Cache { get; }

    public LogLines Logs { get; } = new();

    /// <summary>What the service answers; null = it is away.</summary>
    public Func<TokenRequest, TokenResult>? Service { get; set; }

    public int Calls { get; private set; }

    /// <summary>A service that gives this value, for an hour.</summary>
    public void Gives(string value, long generation = 1, double deadIn = 3600) =>
        Service = request => Answer(request.Key, value, generation, deadIn);

    public TokenResult Answer(TokenKey key, string value, long generation = 1, double deadIn = 3600)
    {
        var now = time.GetUtcNow();
        var token = new Token
        {
            Key = key,
            Value = new SecretText(value),
            IssuedAt = now,
            ExpiresAt = now.AddSeconds(deadIn + 10),
            Generation = generation,
        };
        return TokenResult.Of(token) with
        {
            DueAt = now.AddSeconds(deadIn * 0.8),
            DeadAt = now.AddSeconds(deadIn),
            RevalidateAfter = TimeSpan.FromSeconds(60),
        };
    }

    public Task<TokenResult> Ask(string key = "main") => Cache.GetAsync("demo", key).AsTask();

    public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        Calls++;
        var away = new TokenFailure(FailureKind.ServiceUnavailable, "The service is away.");
        return new(Service?.Invoke(request) ?? TokenResult.Of(away));
    }

    public ValueTask DisposeAsync() => snapshot.DisposeAsync();
}
