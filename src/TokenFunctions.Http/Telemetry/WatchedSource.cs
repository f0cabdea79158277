using System.Diagnostics;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Telemetry;

/// <summary>Watches the answers of a source to callers: a span and a count each. While nobody listens it only passes
/// them on.</summary>
/// <param name="route">The span's name and the count's tag: <c>core</c> or <c>front</c>.</param>
/// <param name="source">The source.</param>
/// <param name="metrics">Gets the figures.</param>
/// <param name="clock">Store time.</param>
internal sealed class WatchedSource(string route, ITokenSource source, RequestMetrics metrics, StoreClock clock)
    : ITokenSource
{
    /// <inheritdoc/>
    public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken) =>
        metrics.IsHeard || Spans.Source.HasListeners()
            ? WatchAsync(request, cancellationToken)
            : source.GetAsync(request, cancellationToken);

    private async ValueTask<TokenResult> WatchAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        using var span = Spans.Source.StartActivity(route);
        span?.SetTag(Spans.Realm, request.Key.Realm).SetTag(Spans.Key, request.Key.Key);
        TokenResult? result = null;
        try
        {
            return result = await source.GetAsync(request, cancellationToken);
        }
        finally
        {
            if (result is null) Lose(span, request, cancellationToken.IsCancellationRequested);
            else Tell(span, request, result);
        }
    }

    private void Tell(Activity? span, TokenRequest request, TokenResult result)
    {
        metrics.Add(route, request.Key.Realm, result, clock.Now);
        span?.SetTag(Spans.Origin, RequestMetrics.OriginOf(result));
        if (!result.HasToken) span.Fail(RequestMetrics.OutcomeOf(result));
    }

    private void Lose(Activity? span, TokenRequest request, bool hasLeft)
    {
        var outcome = hasLeft ? "left" : "internal_error";
        metrics.AddUnanswered(route, request.Key.Realm, outcome);
        span.Fail(outcome);
    }
}
