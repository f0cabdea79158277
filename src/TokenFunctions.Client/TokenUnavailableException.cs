using TokenFunctions.Tokens;

namespace TokenFunctions.Client;

/// <summary>There is no token for a request, and so the request was not sent.</summary>
/// <remarks>It is an <see cref="HttpRequestException"/>, so that what handles failed requests handles this one too.
/// Nothing in it is confidential.</remarks>
public sealed class TokenUnavailableException : HttpRequestException
{
    /// <summary>For a failure of a source.</summary>
    /// <param name="key">Which token.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="retryAfter">When asking again can help, from now; null = not before something is changed.</param>
    public TokenUnavailableException(TokenKey key, TokenFailure failure, TimeSpan? retryAfter)
        : base($"There is no token for {key} ({failure?.Code}): {failure?.Detail}") =>
        (Key, Failure, RetryAfter) = (key, failure ?? throw new ArgumentNullException(nameof(failure)), retryAfter);

    /// <summary>Which token.</summary>
    public TokenKey Key { get; }

    /// <summary>Why there is none.</summary>
    public TokenFailure Failure { get; }

    /// <summary>The failure's stable name, such as <c>upstream_throttled</c>.</summary>
    public string Code => Failure.Code;

    /// <summary>When asking again can help, from the time of the exception; null = not before something is
    /// changed.</summary>
    public TimeSpan? RetryAfter { get; }
}
