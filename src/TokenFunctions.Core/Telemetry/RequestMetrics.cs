using System.Diagnostics;
using System.Diagnostics.Metrics;
using TokenFunctions.Tokens;

namespace TokenFunctions.Telemetry;

/// <summary>What callers were answered, and how long the tokens that they got still lived.</summary>
public sealed class RequestMetrics
{
    // What callers of a front are told of its core, in place of service_unavailable and service_refused.
    private static readonly HashSet<string> OfFronts =
        new(StringComparer.Ordinal) { "core_unavailable", "core_refused" };

    private readonly Counter<long> requests;
    private readonly Histogram<double> lifeLeft;
    private readonly KnownRealms realms = new();

    internal RequestMetrics(Meter meter)
    {
        requests = meter.CreateCounter<long>("tokenfunctions.requests", "{request}", "requests for a token");
        lifeLeft = meter.CreateHistogram(
            "tokenfunctions.token.life_left", "s", "life left of tokens when they were handed out", [], Buckets.Lives);
    }

    /// <summary>Whether anybody listens.</summary>
    public bool IsHeard => requests.Enabled || lifeLeft.Enabled;

    /// <summary>Adds an answer.</summary>
    /// <param name="route">Who answered: <c>core</c> or <c>front</c>.</param>
    /// <param name="realm">The realm that was asked for.</param>
    /// <param name="result">The answer.</param>
    /// <param name="now">The time now, store time.</param>
    public void Add(string route, string realm, TokenResult result, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(result);
        var known = realms.Tag(realm, result);
        Add(route, OriginOf(result), OutcomeOf(result), known);
        if (result.Token?.ExpiresAt - now is { } left)
            lifeLeft.Record(Math.Max(0, left.TotalSeconds), new KeyValuePair<string, object?>("realm", known));
    }

    /// <summary>Adds a request that was not answered.</summary>
    /// <param name="route">Who was asked: <c>core</c> or <c>front</c>.</param>
    /// <param name="realm">The realm that was asked for.</param>
    /// <param name="outcome">Why: <c>left</c> or <c>internal_error</c>.</param>
    public void AddUnanswered(string route, string realm, string outcome) =>
        Add(route, "none", outcome, realms.Find(realm));

    /// <summary>Where an answer's token came from; <c>none</c> = there is none.</summary>
    public static string OriginOf(TokenResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return !result.HasToken ? "none" : result.Origin switch
        {
            TokenOrigin.Cache => "cache",
            TokenOrigin.Database => "database",
            _ => "upstream",
        };
    }

    /// <summary><c>ok</c>, or the code that callers are told, of which there is a fixed number.</summary>
    public static string OutcomeOf(TokenResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.HasToken ? "ok" : CodeOf(result.Failure);
    }

    // A code that is not known here comes from another program, and would be a tag without end.
    private static string CodeOf(TokenFailure failure) =>
        OfFronts.Contains(failure.Code) ? failure.Code : FailureCodes.Of(failure.Kind);

    private void Add(string route, string origin, string outcome, string realm)
    {
        var tags = new TagList
        {
            { "route", route },
            { "source", origin },
            { "outcome", outcome },
            { "realm", realm },
        };
        requests.Add(1, tags);
    }
}
