using System.Diagnostics;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Tokens;

namespace TokenFunctions.Telemetry;

/// <summary>The span of one request to a provider. Its path and its query, where credentials may be, are not
/// told.</summary>
internal static class ProviderSpan
{
    /// <summary>Begins it; null = nobody listens.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mask">Takes the secret out of what is told.</param>
    public static Activity? Start(HttpRequestMessage request, SecretMask mask)
    {
        var span = Spans.Source.StartActivity("provider", ActivityKind.Client);
        if (span is not { IsAllDataRequested: true } || request.RequestUri is not { } address) return span;
        return span
            .SetTag("http.request.method", request.Method.Method)
            .SetTag("server.address", mask.HasMadeHost(address) ? SecretMask.Mark : mask.Apply(address.Host))
            .SetTag("server.port", address.Port);
    }

    /// <summary>Tells what came of it.</summary>
    public static void Tell(this Activity? span, RawAnswer? answer, UpstreamFailure? failure)
    {
        if (answer is not null) span?.SetTag("http.response.status_code", answer.Status);
        if (failure is not null) span.Fail(FailureCodes.Of(failure.Kind));
        else if (answer is { Status: >= 400 }) span.Fail($"http_{answer.Status}");
    }
}
