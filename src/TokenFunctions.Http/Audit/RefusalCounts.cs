using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;
using TokenFunctions.Http.Access;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Audit;

/// <summary>Sums the requests that were refused, by source, code and minute, and writes the sums to the audit behind
/// the answers: a flood takes bounded memory and rows, and no answer waits for the store. What a process has not
/// written when it is killed is lost.</summary>
internal sealed partial class RefusalCounts : IHostedService, IDisposable
{
    /// <summary>How long after a refusal the sums are written.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly AuditStore store;
    private readonly StoreClock clock;
    private readonly ILogger<RefusalCounts> logger;
    private readonly ITimer timer;
    // Processes count for themselves, so each has rows of its own.
    private readonly Lazy<string> process = new(() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
    private readonly RefusalMemory memory = new();
    private readonly SemaphoreSlim writing = new(1);
    private int isDue;

    public RefusalCounts(AuditStore store, StoreClock clock, Background background, ILogger<RefusalCounts> logger)
    {
        (this.store, this.clock, this.logger) = (store, clock, logger);
        timer = clock.Time.CreateTimer(
            _ => background.Run("refusals", WriteAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Counts a refused request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="code">The code of the problem that it is answered with.</param>
    public void Note(HttpContext context, string code)
    {
        var source = context.SourceAddress() is { } address ? SourceNetwork.TextOf(address) : "unknown";
        var lost = memory.Add(clock.Now, source, code);
        if (lost > 0) LogLost(lost);
        SetTimer();
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what is left, once the server takes no requests any more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The time for stopping is over; what is not written is lost, as after a kill.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        writing.Dispose();
    }

    private void SetTimer()
    {
        if (Interlocked.Exchange(ref isDue, 1) == 0) timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task WriteAsync()
    {
        await writing.WaitAsync();
        try
        {
            // Before the look: what is refused after it sets the timer anew.
            Interlocked.Exchange(ref isDue, 0);
            foreach (var (sum, count) in memory.ReadUnwritten())
            {
                await store.SaveAsync(EntryOf(sum, count), CancellationToken.None);
                memory.SetWritten(sum, count);
            }

            memory.Tidy(clock.Now);
        }
        catch (StoreUnavailableException e)
        {
            LogUnwritten(FaultText.Of(e));
            SetTimer();
        }
        finally
        {
            writing.Release();
        }
    }

    // The mark stays while the sum grows, so it is one row however often it is written.
    private AuditEntry EntryOf(RefusalSum sum, long count)
    {
        var pair = SHA256.HashData(Encoding.UTF8.GetBytes($"{sum.Source} {sum.Code}"));
        return new AuditEntry(sum.Minute, AuditEntry.AnyRequester, new Deed("access.refuse"))
        {
            From = sum.Source,
            Result = sum.Code,
            Count = count,
            Mark = $"{process.Value}-{Convert.ToHexStringLower(pair)[..16]}",
        };
    }

    [LoggerMessage(2053, LogLevel.Warning, "Refused requests could not be told to the audit yet: {Exception}",
        EventName = "audit_failed")]
    private partial void LogUnwritten(string exception);

    [LoggerMessage(2054, LogLevel.Error, "The audit was never told of {Lost} refused requests",
        EventName = "refusals_lost")]
    private partial void LogLost(long lost);
}
