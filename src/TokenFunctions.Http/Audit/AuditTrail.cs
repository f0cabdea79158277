using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TokenFunctions.Diagnostics;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Audit;

/// <summary>Writes down who changes what: that it begins, before it does, and how it ended.</summary>
internal sealed partial class AuditTrail(AuditStore store, StoreClock clock, ILogger<AuditTrail> logger)
{
    /// <summary>Makes a change that is written down. What cannot be written down is not done.</summary>
    /// <param name="context">The request, whose sender is known.</param>
    /// <param name="deed">What is done.</param>
    /// <param name="change">Does it.</param>
    /// <exception cref="StoreUnavailableException">The audit cannot be written, and nothing was changed; or whatever
    /// <paramref name="change"/> throws: the entry then stays as begun.</exception>
    public async Task<Answer> RunAsync(HttpContext context, Deed deed, Func<Task<Answer>> change)
    {
        ArgumentNullException.ThrowIfNull(context);
        var entry = new AuditEntry(clock.Now, context.Requester()!.Name, deed)
        {
            From = context.Source(),
            Mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        };
        await store.SaveAsync(entry, CancellationToken.None);
        var answer = await change();
        await EndAsync(entry with { Result = answer.Problem?.Code ?? AuditEntry.Done });
        return answer;
    }

    // The change has been made, and its answer must say so: an entry without its end says that it was begun.
    private async Task EndAsync(AuditEntry entry)
    {
        try
        {
            await store.SaveAsync(entry, CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            LogUnwritten(entry.Deed.Action, entry.Result, FaultText.Of(e));
        }
    }

    [LoggerMessage(2101, LogLevel.Error, "The audit could not be told how {Action} ended ({Result}): {Exception}")]
    private partial void LogUnwritten(string action, string result, string exception);
}
