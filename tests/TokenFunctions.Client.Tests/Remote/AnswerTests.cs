using System.Globalization;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>How the service's answers with tokens are understood.</summary>
public sealed class AnswerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task All_of_an_answer_is_read()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = new(200, """
            {"token":"abc","expires_in":7200000,"source":"database","token_type":"MAC","expires_at":"2026-01-01T14:00:00Z","generation":1800000001,
             "revalidate_after":60000,"due_in":5000000,"dead_in":7140000,"extra":{"instance_url":"https://eu.example","n":[1,{"a":null}]},"stale":true,
             "renewal_failed":{"code":"upstream_quota","at":"2026-01-01T11:59:00Z"},
             "attach":{"place":"query","name":"access_token","prefix":"","hosts":["api.example.com"],"dead":[{"status":[401],"code":["40001","x"]},{"status":[403]}],"code_path":["errcode"]}}
            """);
        var result = await world.AskAsync();
        var token = result.Token!;
        Assert.Equal((RemoteWorld.Key, "abc", "MAC", 1_800_000_001), (token.Key, token.Value.Reveal(), token.Type, token.Generation));
        Assert.Equal((Noon, Noon.AddHours(2)), (token.IssuedAt, token.ExpiresAt!.Value));
        Assert.Equal((Noon.AddSeconds(5000), Noon.AddSeconds(7140)), (result.DueAt!.Value, result.DeadAt!.Value));
        Assert.Equal((TokenOrigin.Database, true, TimeSpan.FromMinutes(1)), (result.Origin, result.IsStale, result.RevalidateAfter));
        Assert.Equal(
            (FailureKind.Quota, "upstream_quota", Noon.AddMinutes(-1)),
            (result.RenewalFailed!.Kind, result.RenewalFailed.Code, result.RenewalFailed.At!.Value));
        Assert.Equal("https://eu.example", token.Extra["instance_url"].GetString());
        Assert.Equal("""[1,{"a":null}]""", token.Extra["n"].GetRawText());
        var attach = result.Attach!;
        Assert.Equal(("query", "access_token", ""), (attach.Place, attach.Name, attach.Prefix));
        Assert.Equal(["api.example.com"], attach.Hosts);
        Assert.Equal(["errcode"], attach.CodePaths);
        Assert.Equal([401], attach.Dead[0].Statuses);
        Assert.Equal(["40001", "x"], attach.Dead[0].Codes);
        Assert.Equal([403], attach.Dead[1].Statuses);
        Assert.Null(attach.Dead[1].Codes);
    }

    [Theory]
    [InlineData("cache", TokenOrigin.Cache)]
    [InlineData("database", TokenOrigin.Database)]
    [InlineData("upstream", TokenOrigin.Upstream)]
    [InlineData("somewhere new", TokenOrigin.Cache)]
    public async Task The_source_is_told(string source, TokenOrigin origin)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = new(200, $$"""{"token":"a","expires_in":null,"source":"{{source}}","generation":1}""");
        Assert.Equal(origin, (await world.AskAsync()).Origin);
    }

    [Fact]
    public async Task A_newer_service_may_say_more()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Token(
            more: ""","future":{"deep":[1]},"renewal_failed":{"code":"new_kind","at":null,"x":1},"attach":{"place":"header","name":"X","future":1,"dead":[{"header":"x"},{"status":"401"}]}""");
        var result = await world.AskAsync();
        Assert.Equal("planted-7", result.Token!.Value.Reveal());
        Assert.Equal((FailureKind.Transient, "new_kind"), (result.RenewalFailed!.Kind, result.RenewalFailed.Code));
        // A rule whose conditions are not known here must not call each answer a dead token.
        Assert.Empty(result.Attach!.Dead);
    }

    [Theory]
    [InlineData("\"due_in\":null,\"dead_in\":null", null, null)]
    [InlineData("\"due_in\":0,\"dead_in\":0", 0.0, 0.0)]
    [InlineData("\"due_in\":-5,\"dead_in\":1500", 0.0, 1.5)]
    [InlineData("\"due_in\":10", 0.01, 98.0)]
    [InlineData("\"dead_in\":9223372036854775807", null, 3153600000.0)]
    public async Task Times_left_count_from_the_request(string members, double? due, double? dead)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = new(200, $$"""{"token":"a","expires_in":100000,"generation":1,{{members}}}""");
        var result = await world.AskAsync();
        Assert.Equal((due, dead), ((result.DueAt - Noon)?.TotalSeconds, (result.DeadAt - Noon)?.TotalSeconds));
    }

    [Fact]
    public async Task A_token_without_an_end_has_none_here()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = new(200, """{"token":"a","expires_in":null,"generation":1,"due_in":null,"dead_in":null,"attach":null}""");
        var result = await world.AskAsync();
        Assert.Equal((null, null, null), (result.Token!.ExpiresAt, result.DueAt, result.DeadAt));
        Assert.Null(result.Attach);
        Assert.Equal(TimeSpan.Zero, result.RevalidateAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Welcome to the hotel</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"token":"a","expires_in":1000}""")]
    [InlineData("""{"token":"a","generation":1}""")]
    [InlineData("""{"token":"","expires_in":1000,"generation":1}""")]
    [InlineData("""{"token":5,"expires_in":1000,"generation":1}""")]
    [InlineData("""{"token":"a","expires_in":"1000","generation":1}""")]
    [InlineData("""{"token":"a","expires_in":1000,"generation":"1"}""")]
    [InlineData("""{"token":"a","expires_in":1000,"generation":1.5}""")]
    [InlineData("""{"token":"a\r\nX-Evil: 1","expires_in":1000,"generation":1}""")]
    [InlineData("""{"token":"\ud800","expires_in":1000,"generation":1}""")]
    [InlineData("""{"token":"a","expires_in":1000,"generation":1""")]
    public async Task What_is_no_answer_of_the_service_is_no_token(string body)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = new(200, body);
        var failure = await world.FailAsync();
        Assert.Equal((FailureKind.ServiceUnavailable, "service_unavailable", null), (failure.Kind, failure.Code, failure.At));
        Assert.Contains("is Address that of the service?", failure.Detail, StringComparison.Ordinal);
        Assert.True(failure.RetryAt > world.Clock.Now);
    }

    [Fact]
    public async Task A_page_that_looks_like_an_answer_is_none()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Token() with { MediaType = "text/html" };
        Assert.Equal(FailureKind.ServiceUnavailable, (await world.FailAsync()).Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_a_mebibyte_is_not_taken_in(bool withLength)
    {
        await using var world = await RemoteWorld.StartAsync();
        var body = PlayedAnswer.Token(more: $",\"x\":\"{new string('x', 1024 * 1024)}\"").Body;
        if (withLength) world.Service.Before = context => Task.FromResult(context.Response.ContentLength = body.Length);
        world.Service.Answer = new(200, body);
        Assert.Contains("more than 1 MiB", (await world.FailAsync()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_answer_below_that_is_read()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Token(more: $",\"x\":\"{new string('x', 1_000_000)}\"");
        Assert.Equal(7, (await world.TokenAsync()).Generation);
    }

    [Theory]
    [InlineData(-7200)]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(86400)]
    public async Task A_clock_that_differs_from_the_services_makes_no_token_older_or_younger(int skew)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Skew = TimeSpan.FromSeconds(skew);
        // The very first answer teaches the clock, and its own times are in what was learned.
        var result = await world.AskAsync();
        Assert.InRange((world.Clock.Now - world.Time.GetUtcNow()).TotalSeconds, skew - 1, skew + 1);
        Assert.Equal(2880, (result.DueAt!.Value - world.Clock.Now).TotalSeconds, 3);
        Assert.Equal(3540, (result.DeadAt!.Value - world.Clock.Now).TotalSeconds, 3);
        Assert.Equal(3600, (result.Token!.ExpiresAt!.Value - world.Clock.Now).TotalSeconds, 3);
    }

    [Fact]
    public async Task The_time_that_an_answer_takes_is_taken_off()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Before = _ =>
        {
            world.Time.Advance(TimeSpan.FromSeconds(10));
            return Task.CompletedTask;
        };
        var result = await world.AskAsync();
        Assert.InRange((result.DueAt!.Value - world.Clock.Now).TotalSeconds, 2869.999, 2870.001);
        Assert.Equal("2026-01-01 12:48:00", result.DueAt.Value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_clock_that_is_set_meanwhile_makes_no_difference_to_times_left()
    {
        await using var world = await RemoteWorld.StartAsync();
        await world.TokenAsync();
        world.Service.Skew = TimeSpan.FromHours(3);
        world.Time.Jump(Noon.AddHours(-3));
        var result = await world.AskAsync();
        Assert.Equal(2880, (result.DueAt!.Value - world.Clock.Now).TotalSeconds, 3);
    }
}
