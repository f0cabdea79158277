namespace TokenFunctions.Hosting.Scheduling;

/// <summary>Prunes the audit of a front at an interval, for an app that no Functions timer calls.</summary>
internal sealed class PruneSchedule(AuditPruning pruning) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => pruning.RunAsync(stoppingToken);
}
