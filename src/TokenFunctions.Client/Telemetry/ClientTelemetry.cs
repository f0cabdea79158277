using System.Diagnostics;
using System.Diagnostics.Metrics;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Telemetry;

/// <summary>The figures and traces of a client: meter and activity source <c>TokenFunctions.Client</c>. Figures carry
/// no names of realms or keys, of which there may be any number; traces do. Neither carries a token.</summary>
internal sealed class ClientTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "TokenFunctions.Client";

    /// <summary>A span around each call that memory could not answer.</summary>
    public static readonly ActivitySource Activities = new(Name);

    private readonly Counter<long> requests;
    private readonly Counter<long> renewals;
    private readonly Counter<long> reports;
    private readonly Histogram<double> ages;
    private readonly Histogram<double> durations;

    /// <summary>Makes the instruments; who listens gets figures from then on.</summary>
    public ClientTelemetry()
    {
        requests = Meter.CreateCounter<long>("token.requests", "{request}", "answers to askers in this process");
        ages = Meter.CreateHistogram<double>("token.age", "s", "time since this program got the token that it hands out");
        renewals = Meter.CreateCounter<long>("token.renewals", "{token}", "new generations that came");
        reports = Meter.CreateCounter<long>("token.reports", "{report}", "generations reported as refused by an API");
        durations = Meter.CreateHistogram<double>(
            "token.call.duration", "s", "time of calls that memory could not answer");
    }

    /// <summary>The meter.</summary>
    public Meter Meter { get; } = new(Name);

    private bool IsHeard => requests.Enabled || ages.Enabled;

    /// <summary>Counts an answer when it comes; while nobody listens it costs nothing.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="clock">The clock of its times.</param>
    public ValueTask<TokenResult> Watch(ValueTask<TokenResult> answer, StoreClock clock)
    {
        if (!IsHeard) return answer;
        if (!answer.IsCompletedSuccessfully) return WaitAsync(answer, clock);
        var result = answer.Result;
        Add(result, clock);
        return new(result);
    }

    /// <summary>Counts an answer; while nobody listens it costs nothing.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="clock">The clock of its times.</param>
    public void Add(TokenResult result, StoreClock clock)
    {
        if (!IsHeard) return;
        requests.Add(1, Tag("token.result", Outcome(result)), Tag("token.source", Source(result)));
        if (result.HasToken && ages.Enabled)
            ages.Record(Math.Max(0, (clock.Now - result.Token.IssuedAt).TotalSeconds));
    }

    /// <summary>Counts a call that memory could not answer.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="result">The answer.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Add(TokenRequest request, TokenResult result, TimeSpan elapsed)
    {
        var outcome = Tag("token.result", Outcome(result));
        durations.Record(elapsed.TotalSeconds, outcome);
        if (request.Invalid is not null) reports.Add(1, outcome);
        if (result.HasToken && result.Token.Generation != request.Held?.Generation)
            renewals.Add(1, Tag("token.source", Source(result)));
    }

    /// <summary><c>ok</c>, <c>stale</c>, or the failure's code. A code that a newer service has is told by its kind, so
    /// that the number of values is bounded.</summary>
    public static string Outcome(TokenResult result) =>
        result.HasToken ? result.IsStale ? "stale" : "ok" : FailureCodes.Of(result.Failure.Kind);

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();

    private async ValueTask<TokenResult> WaitAsync(ValueTask<TokenResult> answer, StoreClock clock)
    {
        var result = await answer.ConfigureAwait(false);
        Add(result, clock);
        return result;
    }

    private static string Source(TokenResult result) => !result.HasToken ? "none" : result.Origin switch
    {
        TokenOrigin.Cache => "cache",
        TokenOrigin.Database => "database",
        _ => "upstream",
    };

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
