using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class ClassificationTests
{
    [Theory]
    [InlineData(408, "", true, "http_408")]
    [InlineData(425, "", true, "http_425")]
    [InlineData(429, "", true, "http_429")]
    [InlineData(429, """{"error":"too_many_requests"}""", true, "too_many_requests")]
    [InlineData(500, "<html>", true, "http_500")]
    [InlineData(502, "<html>bad gateway</html>", true, "http_502")]
    [InlineData(503, """{"error":"invalid_client"}""", true, "invalid_client")]
    [InlineData(599, "", true, "http_599")]
    [InlineData(400, """{"error":"temporarily_unavailable"}""", true, "temporarily_unavailable")]
    [InlineData(400, """{"error":"server_error"}""", true, "server_error")]
    [InlineData(401, """{"error":"slow_down"}""", true, "slow_down")]
    [InlineData(401, "", false, "http_401")]
    [InlineData(401, """{"error":"access_denied"}""", false, "access_denied")]
    [InlineData(400, """{"error":"invalid_client"}""", false, "invalid_client")]
    [InlineData(400, """{"error":"invalid_grant"}""", false, "invalid_grant")]
    [InlineData(403, "", false, "http_403")]
    [InlineData(404, "not here", false, "http_404")]
    [InlineData(302, "", false, "http_302")]
    [InlineData(302, """{"access_token":"T","expires_in":60}""", false, "http_302")]
    [InlineData(200, """{"errcode":-1}""", false, "-1")]
    [InlineData(200, """{"errcode":40001}""", false, "40001")]
    [InlineData(200, """{"code":"E1"}""", false, "E1")]
    [InlineData(200, """{"error":{"code":"x"}}""", false, "http_200")]
    [InlineData(200, """{"errcode":0}""", false, "http_200")]
    [InlineData(200, """{"errcode":0,"code":"E1"}""", false, "E1")]
    [InlineData(204, "", false, "http_204")]
    public async Task Without_a_rule_only_statuses_and_codes_that_say_so_pass(int status, string body, bool passes, string code)
    {
        var failure = await Fail(body, status);

        Assert.Equal(passes ? FailureKind.Transient : FailureKind.Rejected, failure.Kind);
        Assert.Equal((passes, code, UpstreamReach.Answered), (failure.IsRetryable, failure.Code, failure.Reach));
        Assert.Equal(code, failure.Reading!.Code);
    }

    [Theory]
    [InlineData(200, "{}", "The provider answered HTTP 200, but the answer holds no token at `access_token`; check `token_path`.")]
    [InlineData(200, "<html>", "The answer is not JSON.")]
    [InlineData(302, "", "The provider answered HTTP 302, a redirect; redirects are not followed: put the final address into `url`.")]
    [InlineData(401, """{"error":"invalid_client"}""",
        "The provider answered `invalid_client` (HTTP 401): it refused the request; check the realm's config and the secret's fields.")]
    [InlineData(200, """{"errcode":40001}""",
        "The provider answered `40001` (HTTP 200), but the answer holds no token at `access_token`; check `token_path`.")]
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
