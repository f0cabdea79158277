using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions;

/// <summary>The timer's run: renews what is due, by the same verb as callers use. Runs may overlap: the lease keeps them
/// apart.</summary>
public sealed partial class Sweep(Broker broker, TokenStore tokens, SecretStore secrets, StoreClock clock, ILogger<Sweep> logger)
{
    private const int Parallelism = 8;

    /// <summary>Looks at all tokens once, and at secrets that are kept warm and have no token yet.</summary>
    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken)
    {
        var seen = new ConcurrentDictionary<TokenKey, bool>();
        var due = new List<TokenKey>();
        await foreach (var state in tokens.ListAsync(cancellationToken))
        {
            seen[state.Key] = true;
            if (IsDue(state)) due.Add(state.Key);
        }

        var cold = await secrets.ListAsync(null, cancellationToken);
        due.AddRange(cold.Where(s => s.KeepWarm && !seen.ContainsKey(s.Key)).Select(s => s.Key));
        var (renewed, failed) = await RenewAsync(due, cancellationToken);
        var report = new SweepReport(seen.Count, due.Count, renewed, failed);
        LogSwept(report.Seen, report.Due, report.Renewed, report.Failed);
        return report;
    }

    private bool IsDue(TokenState state)
    {
        var now = clock.Now;
        // An attempt whose lease has ended without a result is due as well: looking at it settles it.
        var abandoned = state.LeaseId is not null && !state.IsLeased(now);
        return state.HasValue && !state.IsLeased(now) && (state.DueAt <= now || state.IsSuspect || abandoned)
            && !(state.Failure?.RetryAt > now);
    }

    private async Task<(int Renewed, int Failed)> RenewAsync(List<TokenKey> due, CancellationToken cancellationToken)
    {
        var (renewed, failed) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, options, async (key, cancel) =>
        {
            var result = await broker.RenewAsync(key, cancel);
            if (result.HasToken) Interlocked.Increment(ref renewed);
            else if (result.Failure.Kind is not (FailureKind.UnknownSecret or FailureKind.UnknownRealm)) Interlocked.Increment(ref failed);
        });
        return (renewed, failed);
    }

    [LoggerMessage(1201, LogLevel.Information, "Sweep: {Seen} tokens, {Due} due, {Renewed} renewed, {Failed} failed")]
    private partial void LogSwept(int seen, int due, int renewed, int failed);
}
