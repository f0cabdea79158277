using System.Net;
using System.Text;
using System.Text.Json;

namespace TokenFunctions.App.Tests.Functions.Wire;

/// <summary>The call of a timer function, and what the host makes of its answer.</summary>
internal static class Tick
{
    public static HttpRequestMessage Request(Uri handler, string function)
    {
        var body = $$$"""
            {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"0001-01-01T00:00:00+00:00","Next":"2026-11-20T23:53:00+00:00","LastUpdated":"0001-01-01T00:00:00+00:00"},"IsPastDue":false}},
             "Metadata":{"sys":{"MethodName":"{{{function}}}","UtcNow":"2026-11-20T23:53:00.0031555Z","RandGuid":"{{{Guid.NewGuid()}}}"} } }
            """;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(handler, $"/{function}"))
        {
            Content = new StreamContent(new OneWayStream(Encoding.UTF8.GetBytes(body))),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("User-Agent", $"Azure-Functions-Host/{Forwarding.HostVersion}");
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", Forwarding.HostVersion);
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", $"{Guid.NewGuid()}");
        return request;
    }

    public static TickOutcome OutcomeOf(HttpStatusCode status, string body)
    {
        if ((int)status is < 200 or > 299) return TickOutcome.Failed;
        if (body.Trim() is "" or "null") return TickOutcome.NeverCompletes;
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? TickOutcome.Succeeded : TickOutcome.Failed;
        }
        catch (JsonException)
        {
            return TickOutcome.Failed;
        }
    }
}
