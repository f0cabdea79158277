using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The timer's run: renews what is due, by the same verb as callers use. Runs may overlap: the lease keeps
/// them apart.</summary>
public sealed partial class Sweep(
    Broker broker, TokenStore tokens, SecretStore secrets, StoreClock clock, ILogger<Sweep> logger)
{
    private const int Parallelism = 8;

    /// <summary>Looks at all tokens once, and at secrets that are kept warm and have no token yet.</summary>
    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken)
    {
        var known = await secrets.ListAsync(null, cancellationToken);
        var warm = known.Where(s => s.KeepWarm).Select(s => s.Key).ToHashSet();
        var due = new List<TokenKey>();
        var seen = 0;
        await foreach (var state in tokens.ListAsync(cancellationToken))
        {
            seen++;
            // A secret that is kept warm is due also when its first attempt has failed.
            var isWarm = warm.Remove(state.Key);
            if (IsFree(state) && (state.HasValue ? IsDue(state) : isWarm)) due.Add(state.Key);
        }

        due.AddRange(warm);
        var (renewed, failed) = await RenewAsync(due, cancellationToken);
        var report = new SweepReport(seen, due.Count, renewed, failed);
        LogSwept(report.Seen, report.Due, report.Renewed, report.Failed);
        return report;
    }

    private bool IsFree(TokenState state) => !state.IsLeased(clock.Now) && !(state.Failure?.RetryAt > clock.Now);

    // An attempt whose lease has ended without a result is due as well: looking at it settles it.
    private bool IsDue(TokenState state) => state.DueAt <= clock.Now || state.IsSuspect || state.LeaseId is not null;

    private async Task<(int Renewed, int Failed)> RenewAsync(List<TokenKey> due, CancellationToken cancellationToken)
    {
        var (renewed, failed) = (0, 0);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Parallelism,
            CancellationToken = cancellationToken,
            // Not the pool's: a test owns every step.
            TaskScheduler = TaskScheduler.Current,
        };
        await Parallel.ForEachAsync(due, options, async (key, cancel) =>
        {
            var result = await broker.RenewAsync(key, cancel);
            if (result.HasToken) Interlocked.Increment(ref renewed);
            else if (!IsRemoved(result.Failure)) Interlocked.Increment(ref failed);
        });
        return (renewed, failed);
    }

    private static bool IsRemoved(TokenFailure failure) =>
        failure.Kind is FailureKind.UnknownSecret or FailureKind.UnknownRealm;

    [LoggerMessage(1201, LogLevel.Information, "Sweep: {Seen} tokens, {Due} due, {Renewed} renewed, {Failed} failed")]
    private partial void LogSwept(int seen, int due, int renewed, int failed);
}
