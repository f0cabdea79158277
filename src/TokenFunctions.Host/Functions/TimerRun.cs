namespace TokenFunctions.Host.Functions;

/// <summary>What a tick of the timer function does.</summary>
/// <param name="cancellationToken">The host's leaving.</param>
/// <returns>What the host is told, a JSON object as it takes a function's answer.</returns>
internal delegate Task<string> TimerRun(CancellationToken cancellationToken);
