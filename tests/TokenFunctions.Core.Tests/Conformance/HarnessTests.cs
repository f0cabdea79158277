using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>A harness that passes everything would look just as good: each wrong expectation has to be found.</summary>
public sealed class HarnessTests
{
    private const string Base = """
        {"provider":"p","clock_ms":1795176000000,"flush":false,"state":{"r":"R1"},
         "realm":{"id":"p","config":{"url":"https://h.example/a%2Fb/token?x=1&y=${state.r}","content_type":"form",
           "auth":{"type":"basic","username":"$key_1","password":"$key_2"},
           "arguments":[{"name":"X-App","place":"header","value":"app"},{"name":"g","place":"body","value":"c c"},{"name":"s","place":"body","value":"${f}"}],
           "state":[{"name":"r","initial":"$key_1","path":"r"}],
           "token_path":"t","expires_in_path":"e","response":{"extra":{"u":"u"}},"errors":{"rules":[{"code":["busy"],"kind":"throttled"}]}}},
         "secret":{"realm":"p","key":"k","key_1":"id","key_2":"pw","fields":{"f":"a+b"}},
         "expect_request":{"method":"POST","url":"https://h.example/a%2Fb/token?x=1&y=R1",
           "headers":{"content-type":"application/x-www-form-urlencoded","x-app":"app","Authorization":"Basic aWQ6cHc="},
           "body":"g=c%20c&s=a%2Bb","form":[["g","c c"],["s","a+b"]]},
         "responses":[
           {"status":200,"headers":{"Content-Type":"application/json"},"body":{"t":"T","e":60,"u":{"a":[1]},"r":"R2"},
            "expect":{"token":"T","expires_in_ms":60000,"extra":{"u":{"a":[1]}},"state":{"r":"R2"}}},
           {"status":400,"headers":{"Retry-After":"17"},"body":{"error":"busy","message":"wait a bit"},
            "expect":{"error":{"code":"busy","message":"wait a bit","kind":"throttled","retryable":true,"retry_after_ms":17000}}},
           {"status":502,"headers":{},"body":"<html>","expect":{"error":{"code":"http_502","message":"","kind":"transient","retryable":true}}}]}
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_as_expected_passes(int response) => Assert.Empty(await Play(JsonNode.Parse(Base)!, response));

    [Theory]
    [InlineData(0, "expect_request/method", "\"GET\"", "request 1 method: expected GET, but was POST")]
    [InlineData(0, "expect_request/url", "\"http://h.example/a%2Fb/token?x=1&y=R1\"", "request 1 url origin: expected http://h.example, but was https://h.example")]
    [InlineData(0, "expect_request/url", "\"https://h.example:444/a%2Fb/token?x=1&y=R1\"", "request 1 url origin: expected https://h.example:444, but was https://h.example")]
    [InlineData(0, "expect_request/url", "\"https://h.example/a/b/token?x=1&y=R1\"", "request 1 url path: expected /a/b/token, but was /a%2Fb/token")]
    [InlineData(0, "expect_request/url", "\"https://h.example/a%2Fb/token?y=R1&x=1\"", "request 1 url query: expected [y, x], but was [x, y]")]
    [InlineData(0, "expect_request/url", "\"https://h.example/a%2Fb/token?x=1&y=R2\"", "request 1 url query y: expected R2, but was R1")]
    [InlineData(0, "expect_request/headers/x-app", "\"APP\"", "request 1 header x-app: expected APP, but was app")]
    [InlineData(0, "expect_request/headers/x-app", null, "request 1 header X-App: expected nothing, but was app")]
    [InlineData(0, "expect_request/headers/X-More", "\"m\"", "request 1 header X-More: expected m, but was nothing")]
    [InlineData(0, "expect_request/headers/Accept", "\"text/xml\"", "request 1 header Accept: expected text/xml, but was application/json")]
    [InlineData(0, "expect_request/headers/content-type", "\"application/json\"", "request 1 header content-type: expected application/json, but was application/x-www-form-urlencoded")]
    [InlineData(0, "expect_request/form", """[["s","a+b"],["g","c c"]]""", "request 1 body: expected [s, g], but was [g, s]")]
    [InlineData(0, "expect_request/form", """[["g","c+c"],["s","a+b"]]""", "request 1 body g: expected c+c, but was c c")]
    [InlineData(0, "expect_request/form", "[]", "request 1 body: expected [], but was [g, s]")]
    [InlineData(0, "expect_request", "null", "requests: expected 0, but 1 were sent")]
    [InlineData(0, "responses/0/expect/token", "\"U\"", "token: expected U, but was T")]
    [InlineData(0, "responses/0/expect/expires_in_ms", "60001", "expires_in_ms: expected 60001, but was 60000")]
    [InlineData(0, "responses/0/expect/expires_in_ms", "null", "expires_in_ms: expected , but was 60000")]
    [InlineData(0, "responses/0/expect/extra/u/a/0", "2", "extra/u/a/0: expected 2, but was 1")]
    [InlineData(0, "responses/0/expect/extra/u", "\"a\"", """extra/u: expected "a", but was {"a":[1]}""")]
    [InlineData(0, "responses/0/expect/extra", null, """extra/u: expected nothing, but was {"a":[1]}""")]
    [InlineData(0, "responses/0/expect/state/r", "\"R3\"", "state/r: expected R3, but was R2")]
    [InlineData(0, "responses/0/expect/state", null, "state/r: expected nothing, but was \"R2\"")]
    [InlineData(0, "responses/0/expect", """{"error":{"code":"x"}}""", "expected an error, but a token was issued")]
    [InlineData(1, "responses/1/expect/error/code", "\"idle\"", "error code: expected idle, but was busy")]
    [InlineData(1, "responses/1/expect/error/message", "\"wait\"", "error message: expected wait, but was wait a bit")]
    [InlineData(1, "responses/1/expect/error/kind", "\"quota\"", "error kind: expected quota, but was throttled")]
    [InlineData(1, "responses/1/expect/error/retryable", "false", "error retryable: expected False, but was True")]
    [InlineData(1, "responses/1/expect/error/retry_after_ms", "17001", "error retry_after_ms: expected 17001, but was 17000")]
    [InlineData(1, "responses/1/expect/error/retry_after_ms", null, "error retry_after_ms: expected , but was 17000")]
    [InlineData(1, "responses/1/expect", """{"token":"T"}""", "expected a token, but it failed as Throttled")]
    [InlineData(2, "responses/2/expect/error/retry_after_ms", "1", "error retry_after_ms: expected 1, but was ")]
    [InlineData(0, "realm/config/token_path", "7", "realm: `/config/token_path` is a number; use a path or a list of paths.")]
    [InlineData(0, "secret/key_1", null, "requests: expected 1, but 0 were sent")]
    public async Task A_wrong_expectation_is_found_and_told(int response, string place, string? value, string difference)
    {
        var vector = JsonNode.Parse(Base)!;
        var parts = place.Split('/');
        var parent = parts.SkipLast(1).Aggregate(vector, (node, part) => node is JsonArray list ? list[int.Parse(part, null)]! : node[part]!);
        if (parent is JsonArray items) items[int.Parse(parts[^1], null)] = JsonNode.Parse(value!);
        else if (value is null) parent.AsObject().Remove(parts[^1]);
        else parent[parts[^1]] = JsonNode.Parse(value);

        Assert.Contains(difference, await Play(vector, response));
    }

    [Theory]
    [InlineData("""{"a":{"b":[1,"x"],"c":null}}""", null)]
    [InlineData("""{"a":{"c":null,"b":[1.0,"x"]}}""", null)]
    [InlineData("""{"a":{"b":[2,"x"],"c":null}}""", "request 1 body/a/b/0: expected 2, but was 1")]
    [InlineData("""{"a":{"b":[1,"x"]}}""", "request 1 body/a/c: expected nothing, but was null")]
    [InlineData("\"{}\"", "request 1 body: expected {}, but was {\"a\":{\"b\":[1,\"x\"],\"c\":null}}")]
    [InlineData("null", "request 1 body: expected nothing, but was {\"a\":{\"b\":[1,\"x\"],\"c\":null}}")]
    public async Task A_JSON_body_is_compared_as_JSON(string expected, string? difference)
    {
        var differences = await Play(JsonNode.Parse($$$"""
            {"provider":"p","clock_ms":0,"realm":{"config":{"url":"https://h.example/","token_path":"t","response":{"default_ttl_sec":1},
               "arguments":[{"name":"a","place":"body","value":{"b":[1,"x"],"c":null}}]}},"secret":{},
             "expect_request":{"method":"POST","url":"https://h.example/","headers":{"Content-Type":"application/json"},"body":{{{expected}}}},
             "responses":[{"status":200,"headers":{},"body":{"t":"T"},"expect":{"token":"T","expires_in_ms":1000}}]}
            """)!, 0);
        Assert.Equal(difference is null ? [] : [difference], differences);
    }

    [Fact]
    public async Task Steps_are_answered_in_order_and_each_request_is_compared()
    {
        const string text = """
            {"provider":"p","clock_ms":0,"realm":{"config":{"steps":[{"id":"a","url":"https://h.example/a","method":"GET","token_path":"s"}],
               "url":"https://h.example/b?s=${steps.a.s}","method":"GET","token_path":"t","response":{"default_ttl_sec":1}}},"secret":{},
             "expect_request":[{"method":"GET","url":"https://h.example/a","headers":{},"body":null,"response":{"status":200,"headers":{},"body":{"s":"S"}}},
               {"method":"GET","url":"https://h.example/b?s=S","headers":{},"body":null}],
             "responses":[{"status":200,"headers":{},"body":{"t":"T"},"expect":{"token":"T","expires_in_ms":1000}}]}
            """;
        Assert.Empty(await Play(JsonNode.Parse(text)!, 0));
        var wrong = await Play(JsonNode.Parse(text.Replace("/a\",\"headers\"", "/c\",\"headers\"", StringComparison.Ordinal))!, 0);
        Assert.Equal(["request 1 url path: expected /c, but was /a"], wrong);
    }

    [Fact]
    public void A_client_certificate_is_compared_with_the_one_of_the_secret()
    {
        using var wanted = ThrowAwayCertificate.Create();
        using var other = ThrowAwayCertificate.Create();
        var comparison = new RequestComparison(new(null), Ask.Secret(("key_3", wanted.ExportCertificatePem())));
        using var expected = JsonDocument.Parse("""[{"method":"GET","url":"https://h.example/","headers":{},"body":null,"tls_client_cert":"$key_3"}]""");
        using var none = JsonDocument.Parse("""[{"method":"GET","url":"https://h.example/","headers":{},"body":null}]""");
        IReadOnlyList<string> Differences(JsonDocument json, X509Certificate2? certificate) => comparison.Differences(
            [.. json.RootElement.EnumerateArray()],
            [new("GET", new Uri("https://h.example/"), new Dictionary<string, string>(StringComparer.Ordinal), null) { Certificate = certificate?.Thumbprint }]);

        Assert.Empty(Differences(expected, wanted));
        Assert.Empty(Differences(none, null));
        Assert.Single(Differences(expected, other));
        Assert.Single(Differences(expected, null));
        Assert.Equal(["request 1 client certificate: none was expected"], Differences(none, wanted));
    }

    private static async Task<IReadOnlyList<string>> Play(JsonNode vector, int response)
    {
        using var document = JsonDocument.Parse(vector.ToJsonString());
        var differences = await VectorRun.DifferencesAsync(new Vector("p", document.RootElement), response);
        return [.. differences.Where(line => !line.StartsWith("the client says", StringComparison.Ordinal))];
    }
}
