using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class ClassificationTests
{
    [Theory]
    [InlineData(408, "", FailureKind.Transient, null)]
    [InlineData(425, "", FailureKind.Transient, null)]
    [InlineData(500, "<html>", FailureKind.Transient, null)]
    [InlineData(502, "<html>bad gateway</html>", FailureKind.Transient, null)]
    [InlineData(503, """{"error":"invalid_client"}""", FailureKind.Transient, "invalid_client")]
    [InlineData(599, "", FailureKind.Transient, null)]
    [InlineData(400, """{"error":"temporarily_unavailable"}""", FailureKind.Transient, "temporarily_unavailable")]
    [InlineData(400, """{"error":"server_error"}""", FailureKind.Transient, "server_error")]
    [InlineData(401, """{"error":"slow_down"}""", FailureKind.Transient, "slow_down")]
    [InlineData(429, "", FailureKind.Throttled, null)]
    [InlineData(429, """{"error":"too_many_requests"}""", FailureKind.Throttled, "too_many_requests")]
    [InlineData(401, "", FailureKind.BadCredentials, null)]
    [InlineData(401, """{"error":"access_denied"}""", FailureKind.BadCredentials, "access_denied")]
    [InlineData(400, """{"error":"invalid_client"}""", FailureKind.BadCredentials, "invalid_client")]
    [InlineData(400, """{"error":"unauthorized_client"}""", FailureKind.BadCredentials, "unauthorized_client")]
    [InlineData(400, """{"error":"invalid_grant"}""", FailureKind.Reauthorize, "invalid_grant")]
    [InlineData(401, """{"error":"invalid_grant"}""", FailureKind.Reauthorize, "invalid_grant")]
    [InlineData(400, """{"error":"invalid_scope"}""", FailureKind.Rejected, "invalid_scope")]
    [InlineData(403, "", FailureKind.Rejected, null)]
    [InlineData(404, "not here", FailureKind.Rejected, null)]
    [InlineData(302, "", FailureKind.Rejected, null)]
    [InlineData(200, """{"errcode":-1}""", FailureKind.Transient, "-1")]
    [InlineData(200, """{"errcode":40001}""", FailureKind.BadCredentials, "40001")]
    [InlineData(200, """{"errcode":40013}""", FailureKind.BadCredentials, "40013")]
    [InlineData(200, """{"errcode":"40125"}""", FailureKind.BadCredentials, "40125")]
    [InlineData(200, """{"errcode":41004}""", FailureKind.BadCredentials, "41004")]
    [InlineData(200, """{"errcode":45009}""", FailureKind.Quota, "45009")]
    [InlineData(200, """{"errcode":45011}""", FailureKind.Throttled, "45011")]
    [InlineData(200, """{"errcode":40164}""", FailureKind.IpDenied, "40164")]
    [InlineData(200, """{"errcode":60020}""", FailureKind.IpDenied, "60020")]
    [InlineData(200, """{"errcode":40029}""", FailureKind.Rejected, "40029")]
    [InlineData(200, """{"code":40001}""", FailureKind.Rejected, "40001")]
    [InlineData(200, """{"error_code":"E1"}""", FailureKind.Rejected, "E1")]
    [InlineData(200, """{"error":{"code":"x"}}""", FailureKind.Rejected, null)]
    [InlineData(200, """{"errcode":0}""", FailureKind.Rejected, null)]
    [InlineData(204, "", FailureKind.Rejected, null)]
    public async Task A_refusal_has_a_kind(int status, string body, FailureKind kind, string? code)
    {
        var failure = await Fail(body, status);
        Assert.Equal((kind, code, UpstreamReach.Answered), (failure.Kind, failure.Code, failure.Reach));
    }

    [Theory]
    [InlineData(200, "{}", "The provider answered HTTP 200, but the answer holds no token at `access_token`; check `token_path`.")]
    [InlineData(200, "<html>", "The answer is not JSON.")]
    [InlineData(302, "", "The provider answered HTTP 302, a redirect; redirects are not followed: put the final address into `url`.")]
    [InlineData(401, """{"error":"invalid_client"}""",
        "The provider answered `invalid_client` (HTTP 401): it refused the credential; check the secret's fields.")]
    public async Task The_detail_says_what_happened_and_what_to_do(int status, string body, string detail) =>
        Assert.Equal(detail, (await Fail(body, status)).Detail);

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("Fri, 20 Nov 2026 12:01:30 GMT", 90)]
    [InlineData("Fri, 20 Nov 2026 11:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData(null, null)]
    public async Task Retry_after_is_read_as_seconds_or_as_a_date(string? header, int? seconds)
    {
        var answer = await Ask.Once(CannedProvider.Answering("{}", 429, header), Ask.Config());
        Assert.Equal(seconds, (int?)answer.Failure!.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("error_description")]
    [InlineData("errmsg")]
    [InlineData("msg")]
    [InlineData("message")]
    [InlineData("error_msg")]
    public async Task The_providers_message_is_told(string member) =>
        Assert.Equal("no such client", (await Fail($$"""{"{{member}}":"no such client"}""", 400)).Message);

    private static async Task<UpstreamFailure> Fail(string body, int status) =>
        (await Ask.Once(CannedProvider.Answering(body, status), Ask.Config())).Failure!;
}
