using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Telemetry;

/// <summary>Watches the source behind the memory: figures and a span for each call, and a line in the log when it goes
/// away and when it is back.</summary>
internal sealed partial class WatchedSource(
    ITokenSource source, ClientTelemetry telemetry, StoreClock clock, ILogger<WatchedSource> logger) : ITokenSource
{
    private int isAway;

    /// <inheritdoc/>
    public async ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        using var activity = ClientTelemetry.Activities.StartActivity("token.get");
        var begun = clock.Time.GetTimestamp();
        var result = await source.GetAsync(request, cancellationToken);
        telemetry.Add(request, result, clock.Time.GetElapsedTime(begun));
        Tell(activity, request, result);
        Note(request, result);
        return result;
    }

    private static void Tell(Activity? activity, TokenRequest request, TokenResult result)
    {
        if (activity is null) return;
        activity.SetTag("token.realm", request.Key.Realm);
        activity.SetTag("token.key", request.Key.Key);
        activity.SetTag("token.result", ClientTelemetry.Outcome(result));
        if (result.HasToken) activity.SetTag("token.generation", result.Token.Generation);
        else activity.SetStatus(ActivityStatusCode.Error, result.Failure.Code);
    }

    private void Note(TokenRequest request, TokenResult result)
    {
        if (IsAway(result))
        {
            if (Interlocked.Exchange(ref isAway, 1) == 0) LogAway(result.Failure!.Code, result.Failure.Detail);
            return;
        }

        if (Interlocked.Exchange(ref isAway, 0) == 1) LogBack();
        if (result.HasToken && result.Token.Generation != request.Held?.Generation)
        {
            var (realm, key) = result.Token.Key;
            LogGot(realm, key, result.Token.Generation, result.Token.ExpiresAt);
        }
    }

    private static bool IsAway(TokenResult result) => result.Failure is
    {
        Kind: FailureKind.ServiceUnavailable or FailureKind.StoreUnavailable,
    };

    [LoggerMessage(3401, LogLevel.Warning,
        "No tokens can be asked for ({Code}); living ones are used meanwhile: {Detail}",
        EventName = "client_source_unavailable")]
    private partial void LogAway(string code, string detail);

    [LoggerMessage(3402, LogLevel.Information, "Tokens can be asked for again",
        EventName = "client_source_restored")]
    private partial void LogBack();

    [LoggerMessage(3403, LogLevel.Debug, "Got {Realm}/{Key} generation {Generation}, which ends at {ExpiresAt}",
        EventName = "client_token_got")]
    private partial void LogGot(string realm, string key, long generation, DateTimeOffset? expiresAt);
}
