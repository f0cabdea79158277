using TokenFunctions.Http.Tests.App;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

/// <summary>Nothing confidential comes out but a token in a token's answer: neither in another answer nor in a log.</summary>
[Collection("telemetry")]
public sealed class MarkerTests : IAsyncLifetime
{
    private const string Value = "value-marker-1c";
    private const string TokenText = "token-marker-9d";
    private const string HostKey = "hostkey-marker-3b";
    private static readonly string[] Confidential = [Value, HostKey, TestApp.AdminKey];
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        app.Http.DefaultRequestHeaders.Add("x-functions-key", HostKey);
        app.Http.DefaultRequestHeaders.Add("Authorization", "Bearer " + TestApp.AdminKey);
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key) with { Value = new SecretText(TokenText) });
        await app.PostAsync($"/api/realm?code={HostKey}", """{"id":"r","config":{"url":"u"}}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public static TheoryData<string, string, string> Requests => new()
    {
        { "POST", "/api/secret", $$$"""{"realm":"r","key":"k","key_1":"{{{Value}}}","fields":{"a":"{{{Value}}}"}}""" },
        { "POST", "/api/secret", $$"""{"realm":"r","key":"k","key_1":"{{Value}}" broken""" },
        { "POST", "/api/secret", $$"""{"realm":"r","key":"k","key_1":["{{Value}}"]}""" },
        { "POST", "/api/secret", $$"""{"realm":"r","key":"{{Value}} ","key_1":"{{Value}}"}""" },
        { "POST", "/api/secret", $$"""{"realm":"no","key":"k","key_1":"{{Value}}"}""" },
        { "POST", "/api/secret", $$"""{"realm":"r","key":"k","key_1":"v","vault_secret":"{{Value}}","expires_at":"{{Value}}"}""" },
        { "POST", "/api/realm", $$$"""{"id":"{{{Value}}}!","config":{}}""" },
        { "POST", "/api/token", $$"""{"realm":"r","key":"k","flush":"{{Value}}"}""" },
        { "GET", "/api/secret", "" },
        { "GET", "/api/secret/r/k", "" },
        { "GET", "/api/status/r/k", "" },
        { "GET", "/api/realm/r", "" },
        { "GET", "/api/nothing", "" },
        { "PUT", "/api/realm", "" },
        { "DELETE", "/api/secret/r/k", "" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task No_answer_and_no_log_holds_a_value_or_a_key(string method, string path, string body)
    {
        await app.PostAsync("/api/secret", $$"""{"realm":"r","key":"k","key_1":"{{Value}}"}""");
        var request = TestApp.Json(new HttpMethod(method), $"{path}?code={HostKey}", body);
        if (body.Length == 0) request.Content = null;
        var reply = await app.SendAsync(request);
        Assert.All(Confidential, marker => Assert.DoesNotContain(marker, reply.All));
        AssertLogsAreClean();
    }

    [Fact]
    public async Task A_token_is_in_its_answer_and_nowhere_else()
    {
        var reply = await app.GetAsync($"/api/token?realm=r&key=k&code={HostKey}&code=again");
        Assert.Equal(TokenText, reply.Text("token"));
        Assert.All(Confidential, marker => Assert.DoesNotContain(marker, reply.All));
        AssertLogsAreClean();
    }

    [Theory]
    [InlineData("GET /api/token?code=" + HostKey + " HTTP/1.1 x")]
    [InlineData("GET /api/\u0001?code=" + HostKey + " HTTP/1.1")]
    [InlineData("G@T{ /api/realm?code=" + HostKey + " HTTP/1.1")]
    public async Task A_request_that_is_no_HTTP_is_not_quoted_in_the_log(string line)
    {
        var reply = await RawHttp.SendAsync(app.Port, RawHttp.Head(line, "x-functions-key " + HostKey));
        Assert.Equal(400, reply.Status);
        Assert.DoesNotContain(HostKey, reply.All);
        AssertLogsAreClean();
    }

    [Fact]
    public async Task No_trace_and_no_metric_holds_a_value_a_token_or_a_key()
    {
        using var telemetry = new TelemetryCapture();
        await app.PostAsync($"/api/secret?code={HostKey}", $$"""{"realm":"r","key":"k","key_1":"{{Value}}"}""");
        await app.GetAsync($"/api/token?realm=r&key=k&code={HostKey}");
        await app.GetAsync($"/api/{TokenText}?code={HostKey}&{Value}={Value}");
        await app.PostAsync("/api/secret", $$"""{"realm":"r","key_1":"{{Value}}" broken""");

        Assert.Contains(telemetry.Lines, line => line.StartsWith("metric ", StringComparison.Ordinal));
        // Only what this service serves: the test's own client tells its addresses too.
        var served = telemetry.Lines.Where(line => !line.Contains(" System.Net.Http", StringComparison.Ordinal)).ToList();
        Assert.All(Confidential, marker => Assert.DoesNotContain(served, line => line.Contains(marker, StringComparison.Ordinal)));
        Assert.DoesNotContain(served, line => line.StartsWith("metric ", StringComparison.Ordinal) && line.Contains(TokenText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_logs_are_captured_at_all()
    {
        await app.GetAsync("/api/realm");
        Assert.Contains(app.Parts.Log.Lines, l => l.StartsWith("Trace", StringComparison.Ordinal) || l.StartsWith("Debug", StringComparison.Ordinal));
    }

    private void AssertLogsAreClean()
    {
        var log = string.Join('\n', app.Parts.Log.Lines);
        Assert.All([.. Confidential, TokenText], marker => Assert.DoesNotContain(marker, log));
    }
}
