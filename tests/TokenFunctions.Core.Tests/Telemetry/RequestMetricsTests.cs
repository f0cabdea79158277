using TokenFunctions.Telemetry;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Telemetry;

/// <summary>What is told of answers, and that callers cannot make tags without end.</summary>
public sealed class RequestMetricsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly FlowMetrics metrics = new(TimeProvider.System);
    private readonly Heard heard;

    public RequestMetricsTests() => heard = new Heard(metrics.Meter);

    public void Dispose()
    {
        heard.Dispose();
        metrics.Dispose();
    }

    [Fact]
    public void An_answer_with_a_token_is_told_with_where_it_came_from_and_how_long_it_lives()
    {
        metrics.Requests.Add("front", "demo", Good("demo"), Now);

        Assert.Equal(["requests{route=front,source=cache,outcome=ok,realm=demo} 1"], heard.Of("requests"));
        Assert.Equal(["token.life_left{realm=demo} 90"], heard.Of("token.life_left"));
    }

    [Theory]
    [InlineData(FailureKind.UnknownRealm)]
    [InlineData(FailureKind.StoreUnavailable)]
    [InlineData(FailureKind.ServiceUnavailable)]
    [InlineData(FailureKind.ServiceRefused)]
    public void A_name_of_which_the_answer_does_not_say_that_it_is_a_realms_is_no_tag(FailureKind kind)
    {
        metrics.Requests.Add("core", "made-up", Bad(kind), Now);
        metrics.Requests.AddUnanswered("core", "made-up", "left");

        Assert.Equal(
            [$"requests{{route=core,source=none,outcome={FailureCodes.Of(kind)},realm=unknown}} 1", "requests{route=core,source=none,outcome=left,realm=unknown} 1"],
            heard.Of("requests"));
    }

    [Fact]
    public void A_realm_that_was_seen_keeps_its_tag_in_an_outage_and_loses_it_when_it_is_gone()
    {
        metrics.Requests.Add("core", "demo", Bad(FailureKind.UnknownSecret), Now);
        metrics.Requests.Add("core", "demo", Bad(FailureKind.StoreUnavailable), Now);
        metrics.Requests.Add("core", "demo", Bad(FailureKind.UnknownRealm), Now);
        metrics.Requests.AddUnanswered("core", "demo", "left");

        Assert.Equal(["demo", "demo", "unknown", "unknown"], heard.Of("requests").Select(line => line.Split("realm=")[1][..^3]));
    }

    [Fact]
    public void Realms_after_the_first_thousand_share_a_tag()
    {
        for (var n = 0; n <= KnownRealms.Most; n++) metrics.Requests.Add("core", $"r{n}", Good($"r{n}"), Now);
        metrics.Requests.Add("core", "r0", Good("r0"), Now);

        var lines = heard.Of("requests");
        Assert.EndsWith("realm=other} 1", lines[^2], StringComparison.Ordinal);
        Assert.EndsWith("realm=r0} 1", lines[^1], StringComparison.Ordinal);
    }

    private static TokenResult Good(string realm) => TokenResult.Of(new Token
    {
        Key = new TokenKey(realm, "main"),
        Value = new SecretText("value"),
        IssuedAt = Now,
        ExpiresAt = Now.AddSeconds(90),
        Generation = 1,
    });

    private static TokenResult Bad(FailureKind kind) => TokenResult.Of(new TokenFailure(kind, "It is so."));
}
