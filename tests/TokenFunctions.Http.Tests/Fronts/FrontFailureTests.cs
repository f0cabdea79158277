using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests.Fronts;

/// <summary>What a front's callers are told when there is no token.</summary>
public sealed class FrontFailureTests : IAsyncLifetime
{
    private FrontApp front = null!;

    public async Task InitializeAsync() => front = await FrontApp.StartAsync();

    public async Task DisposeAsync() => await front.DisposeAsync();

    [Theory]
    [InlineData(503, "upstream_throttled")]
    [InlineData(502, "upstream_bad_credentials")]
    [InlineData(422, "secret_incomplete")]
    [InlineData(404, "unknown_secret")]
    [InlineData(503, "store_unavailable")]
    [InlineData(429, "force_limited")]
    [InlineData(400, "unknown_generation")]
    [InlineData(409, "upstream_token_unchanged")]
    public async Task What_the_core_says_of_the_token_is_passed_on(int status, string code)
    {
        front.Core.Problem = (status, ScriptedCore.Told(
            code, ""","retry_at":"2027-05-01T12:00:30Z","upstream":{"code":"45009","message":"reach max"}"""));

        var reply = await front.AskAsync();

        Assert.Equal((status, code, "What the core says."), (reply.Status, reply.Code, reply.Text("detail")));
        Assert.Equal(("30", "2027-05-01T12:00:30Z"), (reply.Header("Retry-After"), reply.Text("retry_at")));
        Assert.Equal("45009", reply.Json.GetProperty("upstream").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Times_of_a_core_whose_clock_is_another_one_are_told_in_the_fronts_own()
    {
        front.Core.Skew = TimeSpan.FromHours(1);
        front.Core.Problem = (503, ScriptedCore.Told("upstream_throttled", ""","retry_at":"2027-05-01T13:00:30Z" """));

        var reply = await front.AskAsync();

        // The core tells its clock in whole seconds.
        Assert.InRange(int.Parse(reply.Header("Retry-After")!, null), 29, 31);
        Assert.InRange(reply.Json.GetProperty("retry_at").GetDateTimeOffset(), Samples.Noon.AddSeconds(29), Samples.Noon.AddSeconds(31));
    }

    [Theory]
    [InlineData(401, "unauthorized")]
    [InlineData(401, "expired_key")]
    [InlineData(403, "forbidden")]
    [InlineData(403, "wrong_network")]
    [InlineData(429, "too_many_wrong_keys")]
    [InlineData(404, "not_found")]
    public async Task What_the_core_has_against_the_front_is_not_the_callers_fault(int status, string code)
    {
        front.Core.Problem = (status, ScriptedCore.Told(code));

        var reply = await front.AskAsync();

        Assert.Equal((502, "core_refused"), (reply.Status, reply.Code));
        Assert.Equal($"The core refuses this front ({code}): What the core says.", reply.Text("detail"));
        Assert.Contains("TokenFunctions__Core__Url", reply.Text("what_to_do"), StringComparison.Ordinal);
        Assert.Null(reply.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData(500, "internal_error")]
    [InlineData(429, "rate_limited")]
    [InlineData(429, "too_many_at_once")]
    [InlineData(503, "of_a_later_release")]
    public async Task A_core_that_has_no_place_for_the_front_is_unavailable(int status, string code)
    {
        front.Core.Problem = (status, ScriptedCore.Told(code));
        await IsUnavailableAsync("What the core says.");
    }

    [Fact]
    public async Task A_core_that_is_not_there_is_unavailable_and_nobody_is_told_where_it_would_be()
    {
        front.Core.IsAway = true;
        var reply = await IsUnavailableAsync("The core ");
        Assert.DoesNotContain(front.Core.Address.Authority, reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_core_at_all_is_unavailable()
    {
        front.Core.Problem = (403, "<html>no</html>");
        await IsUnavailableAsync("What stands in front of The core");
    }

    [Fact]
    public async Task Nothing_that_is_told_or_logged_holds_the_fronts_key()
    {
        foreach (var (status, code) in new[] { (401, "unauthorized"), (503, "down"), (404, "unknown_realm") })
        {
            front.Core.Problem = (status, ScriptedCore.Told(code));
            Assert.DoesNotContain(FrontApp.CoreKey, (await front.AskAsync()).All, StringComparison.Ordinal);
            front.Time.Advance(TimeSpan.FromMinutes(10));
        }

        front.Core.IsAway = true;
        Assert.DoesNotContain(FrontApp.CoreKey, (await front.AskAsync()).All, StringComparison.Ordinal);
        Assert.DoesNotContain(front.Log.Lines, line => line.Contains(FrontApp.CoreKey, StringComparison.Ordinal));
    }

    private async Task<Reply> IsUnavailableAsync(string detail)
    {
        var reply = await front.AskAsync();
        Assert.Equal((503, "core_unavailable"), (reply.Status, reply.Code));
        Assert.StartsWith(detail, reply.Text("detail"), StringComparison.Ordinal);
        Assert.InRange(int.Parse(reply.Header("Retry-After")!, null), 1, 60);
        return reply;
    }
}
