using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>An answer without a token, understood.</summary>
/// <param name="Failure">Why there is none.</param>
/// <param name="IsAway">Whether the service is to be left alone for a while.</param>
internal sealed record Denial(TokenFailure Failure, bool IsAway)
{
    // A wrong key is no reason to come again.
    private const string WrongKeys = "too_many_wrong_keys";
    private static readonly byte[] StoppedApp = [.. "This web app is stopped"u8];

    /// <summary>Understands an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="service">The service's name for people.</param>
    public static Denial Read(ServiceAnswer answer, string service)
    {
        if (answer.IsFromElsewhere) return Away($"{service} redirected to another address, which was followed: "
            + "give the client a handler without AllowAutoRedirect, and correct Address.");
        return ServiceProblem.Read(answer) is { } problem ? Of(problem, answer.Status) : OfFront(answer, service);
    }

    private static Denial Of(ServiceProblem problem, int status)
    {
        var (kind, isAway) = FailureCodes.Find(problem.Code) is { } known ? (known, false) : status switch
        {
            429 when problem.Code != WrongKeys => (FailureKind.ServiceUnavailable, true),
            408 or >= 500 => (FailureKind.ServiceUnavailable, false),
            _ => (FailureKind.ServiceRefused, false),
        };
        var failure = new TokenFailure(kind, problem.Detail)
        {
            Code = problem.Code,
            RetryAt = problem.RetryAt,
            UpstreamCode = problem.UpstreamCode,
            UpstreamMessage = problem.UpstreamMessage,
        };
        return new(failure, isAway);
    }

    // No word of the service itself: the Functions host, App Service, a gateway, or another program altogether. None of
    // them knows whether this program may have the token, so none of them takes a living one away.
    private static Denial OfFront(ServiceAnswer answer, string service) => answer switch
    {
        { Status: >= 300 and < 400 and not 304 } => Away($"{service} redirects to another address, and keys are not "
            + "sent there; set Address to where the service itself is."),
        { Status: 401 } => Away($"What stands in front of {service} refuses this program ({answer}); look at "
            + "FunctionKey, Credential and Scope."),
        { Status: 403 } when IsStopped(answer) => Away($"{service} is stopped."),
        { Status: 400 or 403 } => Away($"What stands in front of {service} refuses this program ({answer}) and does "
            + "not say why."),
        { Status: 429 } => Away($"What stands in front of {service} takes no more requests just now ({answer})."),
        { Status: >= 500 } => Away($"{service} cannot serve just now ({answer})."),
        { Body: null } => Away($"{service} answered more than 1 MiB ({answer}); is Address that of the service?"),
        _ => Away($"{service} did not answer as the token service does ({answer}); is Address that of the service?"),
    };

    // App Service answers so for an app that was stopped or has used up its quota: learn.microsoft.com, "Error 403 -
    // This web app is stopped".
    private static bool IsStopped(ServiceAnswer answer) =>
        answer.Body is { } body && body.Span.IndexOf(StoppedApp) >= 0;

    private static Denial Away(string detail) => new(new(FailureKind.ServiceUnavailable, detail), true);
}
