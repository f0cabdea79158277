using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>Why the provider gave no token. Code and message are cleaned and capped: they hold no secret.</summary>
/// <param name="Kind">The class of the failure.</param>
/// <param name="Detail">One sentence that tells what happened and what to do.</param>
/// <param name="Reach">How far the call came.</param>
public sealed record UpstreamFailure(FailureKind Kind, string Detail, UpstreamReach Reach)
{
    /// <summary>The provider's error code; null = it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>The provider's message; null = it gave none.</summary>
    public string? Message { get; init; }

    /// <summary>How long the provider asks to wait (<c>Retry-After</c>, RFC 9110 §10.2.3);
    /// null = it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
