using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Responses;

/// <summary>What a refusal means.</summary>
/// <param name="Kind">Its kind, which says for how long it holds.</param>
/// <param name="IsRetryable">Whether the same request may work later.</param>
internal sealed record FailureClass(FailureKind Kind, bool IsRetryable)
{
    /// <summary>How long to wait where the answer does not tell; null = as long as the kind says.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The <c>uses</c> to get anew.</summary>
    public IReadOnlyList<string> RefreshUses { get; init; } = [];

    /// <summary>The class of a refusal that no rule of the realm is for: what one provider means by a code is another
    /// thing at the next, so that only statuses and the codes of RFC 6749 §4.1.2.1 and RFC 8628 §3.5 that say so count
    /// as likely to pass.</summary>
    public static FailureClass Usual(int status, string? code)
    {
        var passes = status is 408 or 425 or 429 or >= 500
            || code is "temporarily_unavailable" or "server_error" or "slow_down";
        return new(passes ? FailureKind.Transient : FailureKind.Rejected, passes);
    }
}
