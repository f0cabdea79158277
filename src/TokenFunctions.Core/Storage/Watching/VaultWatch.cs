using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;
using TokenFunctions.Storage.Vault;

namespace TokenFunctions.Storage.Watching;

/// <summary>Tells the log when a vault goes away and when it is back: once a change, not once a call.</summary>
/// <param name="time">Measures.</param>
/// <param name="logger">The log.</param>
public sealed partial class VaultWatch(TimeProvider time, ILogger<VaultWatch> logger)
{
    // Vaults that are only followed are named by secrets; who has more of them does without their names.
    private const int MostVaults = 100;
    private const string Others = "another one";

    private readonly ConcurrentDictionary<string, Availability> vaults = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A call to a vault was not answered, or refused.</summary>
    /// <param name="host">The vault's host.</param>
    /// <param name="fault">What its callers are told.</param>
    public void Failed(string host, VaultUnavailableException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (Of(host).Failed()) LogAway(host, fault.Message);
    }

    /// <summary>A call to a vault was answered.</summary>
    /// <param name="host">The vault's host.</param>
    public void Worked(string host)
    {
        if (Of(host).Worked() is { } news) LogBack(host, Math.Round(news.Away.TotalSeconds, 1), news.Failures);
    }

    private Availability Of(string host)
    {
        if (vaults.TryGetValue(host, out var known)) return known;
        return vaults.GetOrAdd(vaults.Count < MostVaults ? host : Others, _ => new Availability(time));
    }

    [LoggerMessage(1431, LogLevel.Error, "The vault {Vault} is away: {Reason}", EventName = "vault_unavailable")]
    private partial void LogAway(string vault, string reason);

    [LoggerMessage(1432, LogLevel.Information,
        "The vault {Vault} answers again after {Seconds} s; {Calls} calls failed", EventName = "vault_restored")]
    private partial void LogBack(string vault, double seconds, long calls);
}
