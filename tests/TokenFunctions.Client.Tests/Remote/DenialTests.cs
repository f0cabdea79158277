using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>What each answer without a token means: a row each.</summary>
public sealed class DenialTests
{
    private const FailureKind Away = FailureKind.ServiceUnavailable;
    private const FailureKind Refused = FailureKind.ServiceRefused;

    /// <summary>Status, code of the problem, and what they mean.</summary>
    public static TheoryData<int, string, FailureKind, bool> Problems() => new()
    {
        { 401, "unauthorized", Refused, false },
        { 401, "damaged_key", Refused, false },
        { 401, "expired_key", Refused, false },
        { 403, "forbidden", Refused, false },
        { 403, "wrong_network", Refused, false },
        { 403, "unknown_identity", Refused, false },
        { 403, "loopback_only", Refused, false },
        { 400, "invalid_name", Refused, false },
        { 400, "a_code_of_tomorrow", Refused, false },
        { 404, "not_found", Refused, false },
        { 405, "method_not_allowed", Refused, false },
        { 414, "query_too_long", Refused, false },
        { 429, "too_many_wrong_keys", Refused, false },
        { 429, "rate_limited", Away, true },
        { 429, "too_many_at_once", Away, true },
        { 429, "a_limit_of_tomorrow", Away, true },
        { 408, "request_timeout", Away, false },
        { 500, "internal_error", Away, false },
        { 503, "a_trouble_of_tomorrow", Away, false },
    };

    /// <summary>Status and page of something in front of the service.</summary>
    public static TheoryData<int, string, FailureKind> Fronts() => new()
    {
        { 300, "", Away },
        { 304, "", Away },
        { 400, "Bad Request - Invalid Hostname", Away },
        { 401, "", Away },
        { 403, "You do not have permission to view this directory or page.", Away },
        { 403, "<h1>Error 403 - This web app is stopped.</h1>", Away },
        { 404, "", Away },
        { 407, "", Away },
        { 408, "", Away },
        { 429, "", Away },
        { 500, "", Away },
        { 502, "<html>Bad gateway</html>", Away },
        { 503, "Function host is not running.", Away },
        { 504, """{"code":"unauthorized"}""", Away },
        { 200, "ok", Away },
        { 204, "", Away },
    };

    public static TheoryData<FailureKind> Kinds() => [.. Enum.GetValues<FailureKind>()];

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task A_problem_of_the_service_keeps_its_own_code(int status, string code, FailureKind kind, bool isAway)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Problem(status, code);
        var failure = await world.FailAsync();
        Assert.Equal((kind, code, "What happened.", null), (failure.Kind, failure.Code, failure.Detail, failure.At));
        Assert.Equal(kind == Away, failure.RetryAt > world.Clock.Now);
        await AssertAwayAsync(world, isAway);
    }

    [Theory]
    [MemberData(nameof(Fronts))]
    public async Task An_answer_of_something_in_front_is_told_as_such(int status, string body, FailureKind kind)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = status == 204 ? new(204, "", null) : PlayedAnswer.Front(status, body);
        var failure = await world.FailAsync();
        Assert.Equal((kind, FailureCodes.Of(kind), null), (failure.Kind, failure.Code, failure.At));
        Assert.Contains(world.Service.Address.Authority, failure.Detail, StringComparison.Ordinal);
        Assert.Equal(kind == Away, failure.RetryAt is not null);
        await AssertAwayAsync(world, kind == Away);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_of_failure_comes_through_as_it_is(FailureKind kind)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Problem(
            502, FailureCodes.Of(kind), ""","retry_at":"2026-01-01T12:05:00Z","what_to_do":"x","upstream":{"code":"40001","message":"invalid credential"}""");
        Assert.Equal(
            new TokenFailure(kind, "What happened.")
            {
                Code = FailureCodes.Of(kind),
                UpstreamCode = "40001",
                UpstreamMessage = "invalid credential",
                RetryAt = new DateTimeOffset(2026, 1, 1, 12, 5, 0, TimeSpan.Zero),
            },
            await world.FailAsync());
        await AssertAwayAsync(world, false);
    }

    [Fact]
    public async Task A_problem_may_say_little()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = new(502, """{"code":"upstream_rejected","upstream":{"code":null,"message":null},"retry_at":null}""", "application/problem+json");
        Assert.Equal(
            new TokenFailure(FailureKind.Rejected, "The service says no more.") { Code = "upstream_rejected" },
            await world.FailAsync());
    }

    [Theory]
    [InlineData("""{"code":"x y"}""")]
    [InlineData("""{"code":5}""")]
    [InlineData("""{"code":null}""")]
    [InlineData("""{"detail":"no code"}""")]
    [InlineData("""["unauthorized"]""")]
    [InlineData("""{"code":"unauthorized" """)]
    [InlineData("""{"code":"unauthorized","detail":"\udc00"}""")]
    public async Task What_is_no_problem_of_the_service_is_judged_by_its_status(string body)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = new(502, body, "application/problem+json");
        var failure = await world.FailAsync();
        Assert.Equal((Away, "service_unavailable"), (failure.Kind, failure.Code));
    }

    [Fact]
    public async Task What_the_service_says_is_made_fit_to_be_shown()
    {
        await using var world = await RemoteWorld.StartAsync();
        var body = $$"""{"code":"upstream_rejected","detail":"a\u001b[31mb\r\nc{{new string('d', 5000)}}","upstream":{"code":"a\nb","message":"\u0000e"} }""";
        world.Service.Answer = new(502, body, "application/problem+json");
        var failure = await world.FailAsync();
        Assert.StartsWith("a[31mbcd", failure.Detail, StringComparison.Ordinal);
        Assert.True(failure.Detail.Length <= 1000);
        Assert.Equal((null, "e"), (failure.UpstreamCode, failure.UpstreamMessage));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var world = await RemoteWorld.StartAsync();
        await using var other = await ServiceDouble.StartAsync(world.Time);
        world.Service.Answer = new(status, "", null) { Headers = new Dictionary<string, string> { ["Location"] = $"{other.Address}elsewhere" } };
        var failure = await world.FailAsync();
        Assert.Equal(Away, failure.Kind);
        Assert.Contains("redirects", failure.Detail, StringComparison.Ordinal);
        Assert.Empty(other.Seen);
    }

    private static async Task AssertAwayAsync(RemoteWorld world, bool isAway)
    {
        await world.FailAsync();
        Assert.Equal(isAway ? 1 : 2, world.Service.Seen.Count);
    }
}
