using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Fronts;

/// <summary>What a front's callers are told when the core gives no token. What the core says of the token is passed
/// on as it is; what it says of the front is not the caller's fault, and gets a code of its own.</summary>
internal static class CoreFailure
{
    /// <summary>The core cannot be reached, does not answer in time, or has no place for this front just now.</summary>
    public const string Unavailable = "core_unavailable";

    /// <summary>The core does not let this front have the token.</summary>
    public const string Refused = "core_refused";

    // What the core says of the front's requests as a whole; any other trouble of its own is that of one request.
    private static readonly string[] OfAll =
        [FailureCodes.Of(FailureKind.ServiceUnavailable), "rate_limited", "too_many_at_once"];

    // The one refusal that says nothing of other tokens.
    private const string Forbidden = "forbidden";

    /// <summary>The failure as callers are told it.</summary>
    /// <param name="failure">As the core, or the way to it, has it.</param>
    public static TokenFailure Of(TokenFailure failure) => failure.Kind switch
    {
        FailureKind.ServiceUnavailable => failure with { Code = Unavailable },
        FailureKind.ServiceRefused => failure with
        {
            Code = Refused,
            Detail = $"The core refuses this front ({failure.Code}): {failure.Detail}",
        },
        _ => failure,
    };

    /// <summary>Whether it concerns all that this front could ask for.</summary>
    /// <param name="failure">As the core, or the way to it, has it.</param>
    public static bool IsOfWholeFront(TokenFailure failure) => failure.Kind switch
    {
        FailureKind.ServiceUnavailable => OfAll.Contains(failure.Code, StringComparer.Ordinal),
        FailureKind.ServiceRefused => !string.Equals(failure.Code, Forbidden, StringComparison.Ordinal),
        _ => false,
    };
}
