using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;

namespace TokenFunctions.Storage.Watching;

/// <summary>Tells the log when the store goes away and when it is back: once a change, not once a call.</summary>
/// <param name="time">Measures.</param>
/// <param name="logger">The log.</param>
public sealed partial class StoreWatch(TimeProvider time, ILogger<StoreWatch> logger)
{
    private readonly Availability store = new(time);

    /// <summary>Makes a call, and notes how it ended.</summary>
    /// <exception cref="StoreUnavailableException">The call threw it.</exception>
    internal Task<T> WatchAsync<T>(Task<T> call)
    {
        if (!call.IsCompletedSuccessfully) return WaitAsync(call);
        Worked();
        return call;
    }

    private async Task<T> WaitAsync<T>(Task<T> call)
    {
        try
        {
            var result = await call;
            Worked();
            return result;
        }
        catch (StoreUnavailableException e)
        {
            if (store.Failed()) LogAway(e.Message);
            throw;
        }
    }

    private void Worked()
    {
        if (store.Worked() is { } news) LogBack(Math.Round(news.Away.TotalSeconds, 1), news.Failures);
    }

    [LoggerMessage(1421, LogLevel.Error, "The store is away: {Reason}", EventName = "store_unavailable")]
    private partial void LogAway(string reason);

    [LoggerMessage(1422, LogLevel.Information,
        "The store answers again after {Seconds} s; {Calls} calls failed", EventName = "store_restored")]
    private partial void LogBack(double seconds, long calls);
}
