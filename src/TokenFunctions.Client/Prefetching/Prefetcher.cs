using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Prefetching;

/// <summary>Gets tokens before anybody asks for them, and asks for them again and again, so that the memory renews them
/// before they are dead. Nobody waits for it.</summary>
/// <param name="keys">The tokens.</param>
/// <param name="cache">The memory, and behind it where tokens come from.</param>
/// <param name="time">The clock of the pauses.</param>
/// <param name="logger">The log.</param>
internal sealed partial class Prefetcher(
    IReadOnlyList<TokenKey> keys, ITokenSource cache, TimeProvider time, ILogger<Prefetcher> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly Dictionary<TokenKey, string> told = [];
    private Task run = Task.CompletedTask;

    /// <summary>The tokens.</summary>
    public IReadOnlyList<TokenKey> Keys => keys;

    /// <summary>Begins, and returns at once.</summary>
    public void Start()
    {
        if (keys.Count > 0) run = Task.Run(RunAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await run;
        end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var answers = await Task.WhenAll(keys.Select(GetAsync));
                for (var i = 0; i < keys.Count; i++) Tell(keys[i], answers[i]);
                await Task.Delay(PrefetchPause.Until(answers, time.GetUtcNow()), time, end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client is ended.
        }
    }

    // What should never be thrown must not end the keeping of the other tokens.
    private async Task<TokenResult?> GetAsync(TokenKey key)
    {
        try
        {
            return await cache.GetAsync(new TokenRequest(key), end.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !end.IsCancellationRequested)
        {
            LogBroken(key, FaultText.Of(e));
            return null;
        }
    }

    // Once for each new trouble, and once when it is over.
    private void Tell(TokenKey key, TokenResult? answer)
    {
        if (answer is null) return;
        if (answer.HasToken)
        {
            if (told.Remove(key)) LogMended(key);
            return;
        }

        var failure = answer.Failure;
        if (told.TryGetValue(key, out var known) && string.Equals(known, failure.Code, StringComparison.Ordinal)) return;
        told[key] = failure.Code;
        LogFailed(key, failure.Code, failure.Detail);
    }

    [LoggerMessage(3411, LogLevel.Warning, "There is no token for {Key} ({Code}); it is tried again: {Detail}")]
    private partial void LogFailed(TokenKey key, string code, string detail);

    [LoggerMessage(3412, LogLevel.Information, "There is a token for {Key} again")]
    private partial void LogMended(TokenKey key);

    [LoggerMessage(3413, LogLevel.Error, "Getting a token for {Key} ahead ended in a fault: {Exception}")]
    private partial void LogBroken(TokenKey key, string exception);
}
