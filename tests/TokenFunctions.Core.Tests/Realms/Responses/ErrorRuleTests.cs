using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class ErrorRuleTests
{
    private const string Body = """{"error":"E1","error_description":"Too many calls, wait","n":7,"sub":{"code":12304}}""";

    [Theory]
    [InlineData("""{"kind":"quota"}""", FailureKind.Quota, false)]
    [InlineData("""{"code":["E1"],"kind":"throttled"}""", FailureKind.Throttled, true)]
    [InlineData("""{"code":["E1"],"kind":"throttled","retryable":false}""", FailureKind.Throttled, false)]
    [InlineData("""{"code":["E2"],"kind":"throttled"}""", FailureKind.Rejected, false)]
    [InlineData("""{"code":["E2","E1"],"kind":"ip_denied"}""", FailureKind.IpDenied, false)]
    [InlineData("""{"status":[400],"kind":"bad_credentials"}""", FailureKind.BadCredentials, false)]
    [InlineData("""{"status":[401],"kind":"bad_credentials"}""", FailureKind.Rejected, false)]
    [InlineData("""{"status":[400],"code":["E1"],"message_match":"wait$","kind":"reauthorize"}""", FailureKind.Reauthorize, false)]
    [InlineData("""{"status":[400],"code":["E1"],"message_match":"^wait","kind":"reauthorize"}""", FailureKind.Rejected, false)]
    [InlineData("""{"message_match":"(?i)TOO MANY","kind":"upstream_token_invalid"}""", FailureKind.UpstreamTokenInvalid, true)]
    [InlineData("""{"kind":"transient"}""", FailureKind.Transient, true)]
    [InlineData("""{"kind":"rejected","retryable":true}""", FailureKind.Rejected, true)]
    [InlineData("""{"retryable":true}""", FailureKind.Transient, true)]
    [InlineData("""{"retryable":false}""", FailureKind.Rejected, false)]
    [InlineData("""{"retry_after_sec":9}""", FailureKind.Rejected, false)]
    [InlineData("""{"code":["E1"],"kind":"quota"},{"kind":"transient"}""", FailureKind.Quota, false)]
    [InlineData("""{"code":["E9"],"kind":"quota"},{"kind":"transient"}""", FailureKind.Transient, true)]
    public async Task The_first_rule_whose_conditions_all_match_counts(string rules, FailureKind kind, bool isRetryable)
    {
        var failure = await Fail(Body, 400, $"\"rules\":[{rules}]");
        Assert.Equal((kind, isRetryable), (failure.Kind, failure.IsRetryable));
    }

    [Theory]
    [InlineData("""{"retryable":false}""", FailureKind.Rejected, false)]
    [InlineData("""{"retry_after_sec":9}""", FailureKind.Transient, true)]
    [InlineData("""{"code":["http_503"],"kind":"quota"}""", FailureKind.Transient, true)]
    public async Task A_rule_comes_before_what_a_status_says(string rules, FailureKind kind, bool isRetryable)
    {
        var failure = await Fail("<html>", 503, $"\"rules\":[{rules}]");
        Assert.Equal((kind, isRetryable), (failure.Kind, failure.IsRetryable));
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData("5", 5)]
    public async Task The_answers_own_time_to_wait_comes_before_the_rules(string? header, int seconds)
    {
        var answer = await Ask.Once(CannedProvider.Answering(Body, 429, header), Ask.Config("""
            "errors":{"rules":[{"status":[429],"kind":"throttled","retry_after_sec":60}]}
            """));

        Assert.Equal(TimeSpan.FromSeconds(seconds), answer.Failure!.RetryAfter);
        Assert.Equal(header is null ? null : TimeSpan.FromSeconds(seconds), answer.Failure.Reading!.RetryAfter);
    }

    [Fact]
    public async Task Codes_and_messages_are_where_the_realm_says()
    {
        var failure = await Fail(Body, 400, """ "code_path":["gone","sub.code"],"message_path":"n","rules":[{"code":[12304],"kind":"quota"}] """);
        Assert.Equal(("12304", "7", FailureKind.Quota), (failure.Code, failure.Message, failure.Kind));
    }

    [Fact]
    public async Task A_code_may_be_in_a_header()
    {
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest);
        response.Headers.Add("Error-Code", "40001");
        var answer = await Ask.Once(new CannedProvider(() => response), Ask.Config("""
            "errors":{"code_path":"header:error-code","rules":[{"code":["40001"],"kind":"bad_credentials"}]}
            """));
        Assert.Equal(("40001", FailureKind.BadCredentials), (answer.Failure!.Code, answer.Failure.Kind));
    }

    [Fact]
    public async Task The_uses_to_get_anew_are_told_and_the_kind_follows_from_them()
    {
        var plan = Ask.Compile("""
            {"url":"https://h.example/?t=${uses.mp}","token_path":"t","response":{"default_ttl_sec":60},
             "uses":[{"as":"mp","realm":"parent","key":"k"}],"errors":{"rules":[{"code":[40001],"refresh_uses":["mp"]}]}}
            """);
        using var client = new RealmClient(CannedProvider.Answering("""{"errcode":40001}"""), TimeProvider.System);
        var material = new CallMaterial(SecretFields.None)
        {
            Uses = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["mp"] = new("parent-token") },
        };
        var failure = (await client.AskAsync(plan, material, Ask.Long)).Failure!;

        Assert.Equal((FailureKind.UpstreamTokenInvalid, true), (failure.Kind, failure.IsRetryable));
        Assert.Equal(["mp"], failure.RefreshUses);
        Assert.Equal("The provider answered `40001` (HTTP 200): it refused the token of another realm that the request was made with;"
            + " look at that realm's status.", failure.Detail);
    }

    [Fact]
    public async Task An_expression_over_a_long_message_ends_in_time()
    {
        var message = new string('a', 900_000);
        var failure = await Fail($$"""{"error_description":"{{message}}"}""", 400, """ "rules":[{"message_match":"(a+)+$","kind":"quota"},{"kind":"ip_denied"}] """);
        Assert.Equal(FailureKind.Quota, failure.Kind);
    }

    [Fact]
    public async Task An_expression_may_look_around_and_is_stopped_when_it_does_not_end()
    {
        var look = await Fail("{\"error_description\":\"no such key\"}", 400, """ "rules":[{"message_match":"^(?!ok).*\\bkey$","kind":"quota"}] """);
        Assert.Equal(FailureKind.Quota, look.Kind);

        var message = new string('a', 4000) + "!";
        var endless = await Fail($$"""{"error_description":"{{message}}"}""", 400, """ "rules":[{"message_match":"(?=a)(a+)+$","kind":"quota"},{"kind":"ip_denied"}] """);
        Assert.Equal(FailureKind.IpDenied, endless.Kind);
    }

    private static async Task<UpstreamFailure> Fail(string body, int status, string errors) =>
        (await Ask.Once(CannedProvider.Answering(body, status), Ask.Config($$""" "errors":{{{errors}}} """))).Failure!;
}
