using Microsoft.Extensions.Logging;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Renewals;

/// <summary>The call to the provider that a lease and its note allow. Where the provider refuses a token of another
/// realm that was used, a newer one is got and the call repeated once.</summary>
internal sealed partial class ProviderCall(
    IRealmClient client, Parents parents, StoreClock clock, ProviderMetrics metrics, ILogger<ProviderCall> logger)
{
    /// <summary>Makes the call.</summary>
    /// <param name="prepared">What to send.</param>
    /// <param name="window">The time for it.</param>
    /// <returns>What was sent last, what came of it, and when it was sent, store time.</returns>
    public async Task<(Prepared Sent, UpstreamAnswer Answer, DateTimeOffset SentAt)> MakeAsync(
        Prepared prepared, SendWindow window)
    {
        var sentAt = clock.Now;
        var answer = await AskAsync(prepared, window.Left);
        if (answer.Failure is { RefreshUses.Count: > 0 } refused
            && await RefreshedAsync(prepared, refused.RefreshUses, window) is { } refreshed)
        {
            (prepared, sentAt) = (refreshed, clock.Now);
            answer = await AskAsync(prepared, window.Left);
        }

        return (prepared, answer, sentAt);
    }

    // Null = no newer ones can be had in time, and the first answer stands.
    private async Task<Prepared?> RefreshedAsync(Prepared prepared, IReadOnlyList<string> names, SendWindow window)
    {
        var refused = prepared.Parents
            .Where(used => names.Contains(used.Key, StringComparer.Ordinal))
            .ToDictionary(used => used.Key, used => used.Value, StringComparer.Ordinal);
        if (refused.Count == 0) return null;
        var (refreshed, obstacle) = await parents.EquipAsync(prepared, refused, window);
        return obstacle is null && window.IsOpen ? refreshed : null;
    }

    private async Task<UpstreamAnswer> AskAsync(Prepared prepared, TimeSpan timeout)
    {
        var begun = clock.Time.GetTimestamp();
        var answer = await TryAskAsync(prepared, timeout);
        // Of a plan that sends nothing the provider knows nothing either.
        if (prepared.Plan.Request is not null)
            metrics.Add(prepared.Realm.Id, answer, clock.Time.GetElapsedTime(begun), clock.Now);
        return answer;
    }

    private async Task<UpstreamAnswer> TryAskAsync(Prepared prepared, TimeSpan timeout)
    {
        try
        {
            return await client.AskAsync(prepared.Plan, prepared.Material, timeout);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The message of an exception may hold a credential (a header that cannot be sent), so only its type is
            // logged. It is not known whether anything was sent.
            var (realm, key) = prepared.Secret.Key;
            LogFault(realm, key, e.GetType().FullName!);
            var fault = Refusals.ClientFault();
            return UpstreamAnswer.Of(new UpstreamFailure(fault.Kind, fault.Detail, UpstreamReach.Unanswered));
        }
    }

    [LoggerMessage(1103, LogLevel.Error, "Asking the provider for {Realm}/{Key} ended in a fault: {Type}",
        EventName = "provider_fault")]
    private partial void LogFault(string realm, string key, string type);
}
