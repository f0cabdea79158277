using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Judging;

/// <summary>What to do with a request: hand the token out, refuse, or renew first.</summary>
/// <param name="HandOut">Whether the token is handed out.</param>
/// <param name="Refusal">Why the request is refused; null = it is not.</param>
/// <param name="Causes">Why a living token is not enough for the request; none = it is, or there is none.</param>
internal sealed record Verdict(bool HandOut, TokenFailure? Refusal, ForceCauses Causes)
{
    public static readonly Verdict Give = new(true, null, ForceCauses.None);
    public static readonly Verdict Renew = new(false, null, ForceCauses.None);

    public static Verdict Refuse(TokenFailure failure) => new(false, failure, ForceCauses.None);

    public static Verdict Force(ForceCauses causes) => new(false, null, causes);
}
