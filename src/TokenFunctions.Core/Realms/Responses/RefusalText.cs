using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Responses;

/// <summary>Says in one sentence of ours what a provider's refusal means.</summary>
internal static class RefusalText
{
    /// <summary>The sentence.</summary>
    /// <param name="kind">The kind of the refusal.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The provider's code, cleaned; null = none.</param>
    public static string Of(FailureKind kind, int status, string? code)
    {
        var answered = Answered(status, code);
        return kind switch
        {
            FailureKind.Transient => answered + ", a fault that is likely to pass.",
            FailureKind.Throttled => answered + ": too many calls.",
            FailureKind.Quota => answered + ": its quota is used up.",
            FailureKind.IpDenied => answered + ": it does not serve this address;"
                + " add the address that calls leave from to its list.",
            FailureKind.BadCredentials => answered + ": it refused the credential; check the secret's fields.",
            FailureKind.UpstreamTokenInvalid => answered + ": it refused the token of another realm that the request"
                + " was made with; look at that realm's status.",
            FailureKind.Reauthorize => answered + ": the grant is not valid any more;"
                + " give consent anew and renew the secret.",
            _ when status is >= 300 and < 400 => answered + ", a redirect;"
                + " redirects are not followed: put the final address into `url`.",
            _ => answered + ": it refused the request; check the realm's config and the secret's fields.",
        };
    }

    /// <summary>The sentence for an answer that looks like a success but for the token.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The provider's code, cleaned; null = none.</param>
    /// <param name="place">Where the token should have been.</param>
    public static string NoToken(int status, string? code, string place) =>
        $"{Answered(status, code)}, but the answer holds no token at {place}; check `token_path`.";

    private static string Answered(int status, string? code) => code is null
        ? $"The provider answered HTTP {status}"
        : $"The provider answered `{code}` (HTTP {status})";
}
