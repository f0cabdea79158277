using System.Text.RegularExpressions;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Responses;

/// <summary>What some refusals mean: one of <c>errors.rules</c>. All conditions that are given have to match.</summary>
internal sealed class ErrorRule
{
    // More of a message is a page, and no rule is written for what comes that late in it.
    private const int MaxMessage = 4096;

    /// <summary>The statuses; null = any.</summary>
    public IReadOnlyList<int>? Statuses { get; init; }

    /// <summary>The codes; null = any, and none.</summary>
    public IReadOnlyList<string>? Codes { get; init; }

    /// <summary>What the message holds; null = anything.</summary>
    public Regex? Message { get; init; }

    /// <summary>The kind; null = it follows from the rest.</summary>
    public FailureKind? Kind { get; init; }

    /// <summary>Whether the request may be repeated; null = it follows from the kind.</summary>
    public bool? IsRetryable { get; init; }

    /// <summary>How long to wait where the answer does not tell; null = the rule does not, either.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The <c>uses</c> to get anew.</summary>
    public IReadOnlyList<string> RefreshUses { get; init; } = [];

    /// <summary>Whether the rule is meant for a refusal.</summary>
    public bool Matches(int status, string? code, string message) =>
        (Statuses is null || Statuses.Contains(status))
        && (Codes is null || (code is not null && Codes.Contains(code, StringComparer.Ordinal)))
        && (Message is null || IsIn(message));

    /// <summary>What the rule makes of a refusal that it matches.</summary>
    public FailureClass ClassFor(int status, string? code)
    {
        var usual = FailureClass.Usual(status, code);
        var kind = Kind ?? KindFor(usual.Kind);
        var follows = kind is FailureKind.Transient or FailureKind.Throttled or FailureKind.UpstreamTokenInvalid;
        return new(kind, IsRetryable ?? follows) { RetryAfter = RetryAfter, RefreshUses = RefreshUses };
    }

    private FailureKind KindFor(FailureKind usual)
    {
        if (RefreshUses.Count > 0) return FailureKind.UpstreamTokenInvalid;
        return IsRetryable switch
        {
            true => FailureKind.Transient,
            false => FailureKind.Rejected,
            null => usual,
        };
    }

    private bool IsIn(string message)
    {
        try
        {
            return Message!.IsMatch(message.AsSpan(0, Math.Min(message.Length, MaxMessage)));
        }
        catch (RegexMatchTimeoutException)
        {
            // An expression that cannot decide in time does not match; the rules after it still may.
            return false;
        }
    }
}
