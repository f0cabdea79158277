namespace TokenFunctions.App.Tests.Functions.Wire;

/// <summary>How the host counts a run of a timer function.</summary>
internal enum TickOutcome
{
    Succeeded,

    /// <summary>Marked as failed; the next tick comes.</summary>
    Failed,

    /// <summary>The host waits for an answer that has come already, and the timer never fires again.</summary>
    NeverCompletes,
}
