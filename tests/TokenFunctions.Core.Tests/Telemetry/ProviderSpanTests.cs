using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Telemetry;

/// <summary>The span of a request to a provider tells where it went and what came back, and no more.</summary>
public sealed class ProviderSpanTests
{
    [Fact]
    public async Task Host_port_method_and_status_are_told_and_neither_path_nor_query()
    {
        using var spans = new SpansHeard();
        var provider = CannedProvider.Answering(Ask.Success, 200);
        await Ask.Once(provider, Ask.Config(""" "method":"GET" """, "https://p.example:8443/path?code=$s"), Ask.Secret(("s", "s3cret-value")));

        Assert.Equal(
            ["provider http.request.method=GET server.address=p.example server.port=8443 http.response.status_code=200"], spans.Lines);
    }

    [Fact]
    public async Task A_host_that_a_secret_makes_is_masked()
    {
        using var spans = new SpansHeard();
        var provider = CannedProvider.Answering("{}", 400);
        await Ask.Once(provider, Ask.Config("", "https://${s}.p.example/token"), Ask.Secret(("s", "s3cret-host")));

        var line = Assert.Single(spans.Lines);
        Assert.Contains("server.address=***.p.example", line, StringComparison.Ordinal);
        Assert.Contains("error.type=http_400", line, StringComparison.Ordinal);
    }
}
