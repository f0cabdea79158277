using Microsoft.Extensions.Diagnostics.HealthChecks;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Health;

/// <summary>Tells whether tokens can be had: healthy when the service answers and every prefetched token lives,
/// degraded when only one of the two is so, else what the registration says, unhealthy by default.</summary>
/// <remarks>A program that prefetches nothing is judged by the service alone.</remarks>
internal sealed class TokenHealthCheck(TokenClient client) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var answers = client.AnswersAsync(cancellationToken);
        var tokens = await LivingAsync(cancellationToken);
        string[] missing = [.. tokens.Where(token => !token.Lives).Select(token => token.Key.ToString())];
        return Judge(await answers, missing, context.Registration.FailureStatus);
    }

    private HealthCheckResult Judge(bool answers, string[] missing, HealthStatus worst)
    {
        var allLive = missing.Length == 0;
        var hasLiving = allLive && client.Prefetched.Count > 0;
        var status = answers && allLive ? HealthStatus.Healthy
            : answers || hasLiving ? HealthStatus.Degraded
            : worst;
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["answers"] = answers,
            ["prefetched"] = client.Prefetched.Count,
            ["missing"] = missing,
        };
        return new HealthCheckResult(status, Words(answers, missing), null, data);
    }

    private static string Words(bool answers, string[] missing) =>
        (answers ? "Tokens can be asked for" : "No tokens can be asked for")
        + (missing.Length == 0 ? "." : $"; there is none for {string.Join(", ", missing)}.");

    // Memory answers for what lives; nobody waits long for what does not.
    private Task<(TokenKey Key, bool Lives)[]> LivingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(client.Prefetched.Select(async key => (key, await LivesAsync(key, cancellationToken))));

    private async Task<bool> LivesAsync(TokenKey key, CancellationToken cancellationToken)
    {
        try
        {
            var request = new TokenRequest(key);
            var asking = client.Cache.GetAsync(request, cancellationToken).AsTask();
            var answer = await asking.WaitAsync(Patience, cancellationToken);
            return answer.HasToken;
        }
        catch (TimeoutException)
        {
            // It is being checked; what is in memory is used all the same while nobody answers.
            return client.Cache.Living().Any(answer => answer.Token?.Key == key);
        }
    }
}
