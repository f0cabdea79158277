using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Prefetching;

/// <summary>Gets tokens before anybody asks for them, and asks for them again and again, so that the memory renews them
/// before they are dead. Nobody waits for it.</summary>
/// <param name="keys">The tokens.</param>
/// <param name="cache">The memory, and behind it where tokens come from.</param>
/// <param name="clock">The clock of its answers.</param>
/// <param name="logger">The log.</param>
internal sealed partial class Prefetcher(
    IReadOnlyList<TokenKey> keys, ITokenSource cache, StoreClock clock, ILogger<Prefetcher> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private Task run = Task.CompletedTask;

    /// <summary>The tokens.</summary>
    public IReadOnlyList<TokenKey> Keys => keys;

    /// <summary>Begins, and returns at once.</summary>
    public void Start()
    {
        if (keys.Count > 0) run = Task.Run(() => Task.WhenAll(keys.Select(RunAsync)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await run;
        end.Dispose();
    }

    // Each by itself: one that takes long must not keep the others from being renewed.
    private async Task RunAsync(TokenKey key)
    {
        string? trouble = null;
        try
        {
            while (true)
            {
                var answer = await GetAsync(key);
                if (answer is not null) trouble = Tell(key, answer, trouble);
                await Task.Delay(PrefetchPause.Until(answer, clock.Now), clock.Time, end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client is ended.
        }
    }

    // What should never be thrown must not end the keeping of the token.
    private async Task<TokenResult?> GetAsync(TokenKey key)
    {
        try
        {
            return await cache.GetAsync(new TokenRequest(key), end.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !end.IsCancellationRequested)
        {
            LogBroken(key.Realm, key.Key, FaultText.Of(e));
            return null;
        }
    }

    // Once for each new trouble, and once when it is over.
    private string? Tell(TokenKey key, TokenResult answer, string? known)
    {
        if (answer.HasToken)
        {
            if (known is not null) LogMended(key.Realm, key.Key);
            return null;
        }

        var failure = answer.Failure;
        if (!string.Equals(known, failure.Code, StringComparison.Ordinal))
            LogFailed(key.Realm, key.Key, failure.Code, failure.Detail);
        return failure.Code;
    }

    [LoggerMessage(3411, LogLevel.Warning,
        "There is no token for {Realm}/{Key} ({Code}); it is tried again: {Detail}",
        EventName = "client_prefetch_failed")]
    private partial void LogFailed(string realm, string key, string code, string detail);

    [LoggerMessage(3412, LogLevel.Information, "There is a token for {Realm}/{Key} again",
        EventName = "client_prefetch_restored")]
    private partial void LogMended(string realm, string key);

    [LoggerMessage(3413, LogLevel.Error, "Getting a token for {Realm}/{Key} ahead ended in a fault: {Exception}",
        EventName = "client_prefetch_fault")]
    private partial void LogBroken(string realm, string key, string exception);
}
