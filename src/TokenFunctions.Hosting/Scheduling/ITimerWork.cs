namespace TokenFunctions.Hosting.Scheduling;

/// <summary>What a tick of the timer function does: a sweep at a core, the pruning of the audit at a front.</summary>
internal interface ITimerWork
{
    /// <summary>Does it once.</summary>
    /// <param name="cancellationToken">The host's leaving.</param>
    /// <returns>What it did.</returns>
    Task<TickReport> TickAsync(CancellationToken cancellationToken);

    /// <summary>Tells the log that it failed, by an event of its own.</summary>
    /// <param name="fault">What happened, fit for the log.</param>
    /// <returns>What the host is told of it: a part of a sentence, letters and blanks only.</returns>
    string TellFailed(string fault);
}
