using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Audit;

/// <summary>Writes down who changes what: that it begins, before it does, and how it ended.</summary>
internal sealed partial class AuditTrail(AuditStore store, StoreClock clock, ILogger<AuditTrail> logger)
{
    /// <summary>Makes a change that is written down. What cannot be written down is not done, and the answer says
    /// so.</summary>
    /// <param name="context">The request, whose sender is known.</param>
    /// <param name="deed">What is done.</param>
    /// <param name="change">Does it.</param>
    /// <exception cref="Exception">What <paramref name="change"/> throws; the entry then stays as begun.</exception>
    public async Task<Answer> RunAsync(HttpContext context, Deed deed, Func<Task<Answer>> change)
    {
        var entry = Begin(context, deed);
        try
        {
            await store.SaveAsync(entry, CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            LogRefused(deed.Action, FaultText.Of(e));
            return FailureTable.Problem(
                FailureKind.StoreUnavailable, "The audit cannot be written, so nothing was changed.");
        }

        var answer = await change();
        await EndAsync(entry, answer.Problem?.Code);
        return answer;
    }

    /// <summary>An entry of what begins now; nothing is written.</summary>
    public AuditEntry Begin(HttpContext context, Deed deed) => new(clock.Now, context.Requester()!.Name, deed)
    {
        From = context.Source(),
        Mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
    };

    /// <summary>Writes how it ended. It has been done, and its answer must say so: an audit that cannot be written is
    /// told to the log only.</summary>
    /// <param name="entry">What was done.</param>
    /// <param name="fault">The code of the problem; null = none.</param>
    public async Task EndAsync(AuditEntry entry, string? fault)
    {
        var ended = entry with { Result = fault ?? AuditEntry.Done };
        try
        {
            await store.SaveAsync(ended, CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            LogUnwritten(ended.Deed.Action, ended.Result, FaultText.Of(e));
        }
    }

    [LoggerMessage(2051, LogLevel.Error, "The audit could not be told how {Action} ended ({Result}): {Exception}",
        EventName = "audit_failed")]
    private partial void LogUnwritten(string action, string result, string exception);

    [LoggerMessage(2052, LogLevel.Warning, "{Action} was not done, since the audit cannot be written: {Exception}",
        EventName = "audit_refused")]
    private partial void LogRefused(string action, string exception);
}
