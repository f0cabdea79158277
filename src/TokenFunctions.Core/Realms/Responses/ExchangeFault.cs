using TokenFunctions.Realms.Egress;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Responses;

/// <summary>Turns what the HTTP stack throws into failures, and tells how far the call came.</summary>
internal static class ExchangeFault
{
    /// <summary>The time was over.</summary>
    public static UpstreamFailure TimedOut(HttpRequestMessage request)
    {
        var reach = request.Options.TryGetValue(SendWatch.Key, out var watch) && !watch.HasSent
            ? UpstreamReach.NotSent
            : UpstreamReach.Unanswered;
        var detail = reach == UpstreamReach.NotSent
            ? "The provider could not be connected to within the realm's `policy.timeout_ms`."
            : "The provider did not answer within the realm's `policy.timeout_ms`.";
        return new(FailureKind.Transient, detail, reach);
    }

    /// <summary>The connection broke in the middle of the answer.</summary>
    public static UpstreamFailure Broken() =>
        new(FailureKind.Transient,
            "The connection to the provider broke before the whole answer came.", UpstreamReach.Unanswered);

    /// <summary>The body is over the cap.</summary>
    public static UpstreamFailure TooLong() =>
        new(FailureKind.Rejected, "The provider's answer is longer than 1 MiB; check `url`.", UpstreamReach.Unanswered);

    /// <summary>The call failed before an answer's headers were in.</summary>
    public static UpstreamFailure Of(HttpRequestException fault, HttpRequestMessage request, SecretMask mask)
    {
        if (fault.InnerException is EgressRefusedException refused)
            return Refused(refused.Explain(Shown(refused.Target.Host, request.RequestUri!, mask)));
        if (fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
            return new(FailureKind.Rejected,
                "The provider's answer has too long headers; check `url`.", UpstreamReach.Unanswered);
        var isBefore = request.Options.TryGetValue(SendWatch.Key, out var watch)
            ? !watch.HasSent
            : IsBeforeSending(fault);
        return isBefore ? new(FailureKind.Transient, NoConnection(fault), UpstreamReach.NotSent) : Broken();
    }

    private static bool IsBeforeSending(HttpRequestException fault) => fault.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static string Shown(string host, Uri address, SecretMask mask) =>
        mask.HasMadeHost(address) ? SecretMask.Mark : mask.Apply(host);

    private static UpstreamFailure Refused(string detail) =>
        new(FailureKind.EgressRefused, detail, UpstreamReach.NotSent);

    private static string NoConnection(HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "The name of the provider's host cannot be resolved; check `url`.",
        HttpRequestError.SecureConnectionError =>
            "No secure connection to the provider could be made; check `url` and its certificate.",
        _ => "The provider cannot be connected to.",
    };
}
