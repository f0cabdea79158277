using TokenFunctions.Realms.Responses;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>Why the provider gave no token. Code and message are cleaned and capped: they hold no secret.</summary>
/// <param name="Kind">The class of the failure.</param>
/// <param name="Detail">One sentence that tells what happened and what to do.</param>
/// <param name="Reach">How far the call came.</param>
public sealed record UpstreamFailure(FailureKind Kind, string Detail, UpstreamReach Reach)
{
    private readonly bool? isStateTold;

    /// <summary>The provider's error code, <c>http_</c> and the status where it gave none; null = there was no
    /// answer.</summary>
    public string? Code { get; init; }

    /// <summary>The provider's message; null = it gave none.</summary>
    public string? Message { get; init; }

    /// <summary>How long the provider asks to wait (<c>Retry-After</c>, RFC 9110 §10.2.3) or the rule of the realm
    /// says; null = neither does.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may work later, unchanged.</summary>
    public bool IsRetryable { get; init; }

    /// <summary>The <c>uses</c> whose tokens the provider refused: they are to be got anew, and the request repeated
    /// once.</summary>
    public IReadOnlyList<string> RefreshUses { get; init; } = [];

    /// <summary>The values of <c>state</c> that an answer renewed although its token cannot be used: the provider may
    /// take nothing older any more.</summary>
    public IReadOnlyDictionary<string, SecretText> State { get; init; } =
        new Dictionary<string, SecretText>(StringComparer.Ordinal);

    /// <summary>Whether it is known what the call did to the values of <c>state</c>: where nothing else is said,
    /// whenever it was not sent or a whole answer came. A fault of the provider and an answer that cannot be read tell
    /// nothing.</summary>
    public bool TellsState
    {
        get => isStateTold ?? Reach != UpstreamReach.Unanswered;
        init => isStateTold = value;
    }

    /// <summary>What was read before it was cleaned; null = there was no answer.</summary>
    internal RefusalReading? Reading { get; init; }
}
