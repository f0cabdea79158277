using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests.Telemetry;

/// <summary>The server's spans are named by routes and tell nothing that a caller wrote, also where a host calls the API
/// from elsewhere than where the server took the request in.</summary>
[Collection("telemetry")]
public sealed class ServerSpanTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Method_route_and_status_are_told(bool behindFunctions)
    {
        await using var app = await StartAsync(behindFunctions);
        using var told = new TelemetryCapture();
        await app.GetAsync("/api/status/planted-realm/planted-key?code=planted-code");

        var span = await SpanAsync(told, "[http.route, /api/status/{realm}/{key}]");
        Assert.Contains("GET /api/status/{realm}/{key}", span, StringComparison.Ordinal);
        Assert.Contains("[http.response.status_code, 404]", span, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", span, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_path_that_is_no_route_and_a_method_that_is_none_are_not_told(bool behindFunctions)
    {
        await using var app = await StartAsync(behindFunctions);
        using var told = new TelemetryCapture();
        await app.SendAsync(new HttpRequestMessage(new HttpMethod("PLANTED"), "/planted?planted=1"));

        var span = await SpanAsync(told, "[http.request.method, _OTHER]");
        Assert.Contains("[http.response.status_code, 404]", span, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", span, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<TestApp> StartAsync(bool behindFunctions) => behindFunctions
        ? TestApp.StartBehindFunctionsAsync(RealmCompiler.Compile)
        : TestApp.StartAsync();

    // The answer comes a moment before the span ends; those of other tests may be told too.
    private static async Task<string> SpanAsync(TelemetryCapture told, string tag)
    {
        string? span = null;
        await Testing.Eventually.HoldsAsync(
            () => (span = told.Lines.FirstOrDefault(line => line.Contains(tag, StringComparison.Ordinal)
                && line.StartsWith("trace Microsoft.AspNetCore ", StringComparison.Ordinal))) is not null,
            "The span ends");
        return span!;
    }
}
