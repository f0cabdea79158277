using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Client.Snapshots;

/// <summary>Keeps the living tokens of a cache in a sealed file, so that a restart while the service is away still has
/// them: reads it at the start, and writes it behind some seconds after a change and at the end.</summary>
/// <remarks>It is a help and never a hindrance: a file that cannot be read or written is told of, and the program goes
/// on without it. Nothing that it logs is confidential.</remarks>
internal sealed partial class TokenSnapshot : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(10);

    private readonly TokenCache cache;
    private readonly SnapshotFile file;
    private readonly SnapshotSeal seal;
    private readonly StoreClock clock;
    private readonly ILogger<TokenSnapshot> logger;
    private readonly PeriodicTimer timer;
    private readonly Task writing;
    private long written;
    private bool failsToWrite;

    /// <summary>Reads the file into the cache, and writes from then on.</summary>
    public TokenSnapshot(
        TokenCache cache, SnapshotFile file, SnapshotSeal seal, StoreClock clock, ILogger<TokenSnapshot> logger)
    {
        (this.cache, this.file, this.seal, this.clock, this.logger) = (cache, file, seal, clock, logger);
        Restore(clock.Time.GetUtcNow() - LongestWrite);
        written = cache.Changes;
        timer = new PeriodicTimer(Pause, clock.Time);
        // Not where the program was started: its thread may be waiting for the end.
        writing = Task.Run(WriteBehindAsync);
    }

    /// <summary>A snapshot as the options say.</summary>
    /// <param name="options">Options that have no fault.</param>
    /// <param name="cache">The cache whose tokens are kept.</param>
    /// <param name="clock">The clock that the cache's times are of.</param>
    /// <param name="logger">Where it logs.</param>
    /// <returns>Null = the options name no file.</returns>
    /// <exception cref="ArgumentException">There is a file without a key of 32 bytes or an address.</exception>
    public static TokenSnapshot? Open(
        TokenFunctionsOptions options, TokenCache cache, StoreClock clock, ILogger<TokenSnapshot> logger)
    {
        if (options.SnapshotFile is not { } path) return null;
        if (options.Address is not { } address || !SealingKey.TryParse(options.SnapshotKey?.Reveal(), out var key))
        {
            throw new ArgumentException(
                "SnapshotFile needs Address, and SnapshotKey with 32 bytes in base64.", nameof(options));
        }

        return new TokenSnapshot(cache, new SnapshotFile(path), new SnapshotSeal(key, address), clock, logger);
    }

    /// <summary>Writes what changed last, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await writing;
        Write();
    }

    private void Restore(DateTimeOffset before)
    {
        try
        {
            file.RemoveUnfinished(before);
            if (file.Read() is not { } box) return;
            if (SnapshotText.Read(seal.Open(box)) is { } earlier) cache.Restore(earlier);
            else LogForeign(file.Path);
        }
        catch (SealBrokenException e)
        {
            LogBroken(file.Path, e.Fault);
        }
        catch (Exception e) when (IsOfFile(e))
        {
            LogUnread(file.Path, e.Message);
        }
    }

    private async Task WriteBehindAsync()
    {
        while (await timer.WaitForNextTickAsync()) Write();
    }

    private void Write()
    {
        var changes = cache.Changes;
        if (changes == written) return;
        try
        {
            // What was learned of the service's clock is not known at a start without it, so the file has this machine's
            // own time.
            var ahead = clock.Now - clock.Time.GetUtcNow();
            file.Write(seal.Seal(SnapshotText.Write(cache.Living(), ahead)));
            (written, failsToWrite) = (changes, false);
        }
        catch (Exception e) when (IsOfFile(e))
        {
            // It is tried again as long as the program runs, and told once.
            if (!failsToWrite) LogUnwritten(file.Path, e.Message);
            failsToWrite = true;
        }
    }

    private static bool IsOfFile(Exception e) => e is IOException or UnauthorizedAccessException;

    [LoggerMessage(3301, LogLevel.Warning, "The snapshot {Path} cannot be opened ({Fault}) and is not used.",
        EventName = "client_snapshot_sealed_otherwise")]
    private partial void LogBroken(string path, SealFault fault);

    [LoggerMessage(3302, LogLevel.Warning, "The snapshot {Path} has another form and is not used.",
        EventName = "client_snapshot_foreign")]
    private partial void LogForeign(string path);

    [LoggerMessage(3303, LogLevel.Warning, "The snapshot {Path} cannot be read and is not used: {Reason}",
        EventName = "client_snapshot_unread")]
    private partial void LogUnread(string path, string reason);

    [LoggerMessage(3304, LogLevel.Warning, "The snapshot {Path} cannot be written for now: {Reason}",
        EventName = "client_snapshot_unwritten")]
    private partial void LogUnwritten(string path, string reason);
}
