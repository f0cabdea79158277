using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals;

/// <summary>What to do with a request: hand the token out, refuse, or renew first.</summary>
/// <param name="HandOut">Whether the token is handed out.</param>
/// <param name="Refusal">Why the request is refused; null = it is not.</param>
/// <param name="Forced">Whether the renewal is forced: a living token is not enough for the request.</param>
internal sealed record Verdict(bool HandOut, TokenFailure? Refusal, bool Forced)
{
    public static readonly Verdict Give = new(true, null, false);
    public static readonly Verdict Renew = new(false, null, false);
    public static readonly Verdict Force = new(false, null, true);

    public static Verdict Refuse(TokenFailure failure) => new(false, failure, false);
}
