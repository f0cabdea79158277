using TokenFunctions.Client.Telemetry;
using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Telemetry;

public sealed class TelemetryTests
{
    private static readonly TokenKey Main = new("orders", "main");
    private readonly ManualTime time = new();

    [Fact]
    public async Task Answers_are_counted_by_outcome_and_source_and_not_by_name()
    {
        using var telemetry = new ClientTelemetry();
        using var heard = new Heard(telemetry);
        var failure = TokenResult.Of(new TokenFailure(FailureKind.ServiceRefused, "No.") { Code = "forbidden" });
        var living = HomeDouble.Living(Main, time.GetUtcNow());
        time.Advance(TimeSpan.FromMinutes(1));

        await telemetry.Watch(new(living with { Origin = TokenOrigin.Cache }), Clock);
        await telemetry.Watch(new(living with { IsStale = true }), Clock);
        await telemetry.Watch(new(LaterAsync(failure)), Clock);

        Assert.Equal(
            ["1 token.result=ok token.source=cache", "1 token.result=stale token.source=database",
             "1 token.result=service_refused token.source=none"],
            heard.Of("token.requests"));
        Assert.Equal(["60", "60"], heard.Of("token.age"));
    }

    [Fact]
    public async Task Renewals_reports_and_calls_are_counted_where_memory_did_not_answer()
    {
        using var telemetry = new ClientTelemetry();
        using var heard = new Heard(telemetry);
        var living = HomeDouble.Living(Main, time.GetUtcNow(), generation: 7);
        var source = Source(telemetry, _ => living);

        await source.GetAsync(new TokenRequest(Main), CancellationToken.None);
        await source.GetAsync(new TokenRequest(Main) { Held = living.Token }, CancellationToken.None);
        await source.GetAsync(new TokenRequest(Main) { Invalid = 6 }, CancellationToken.None);

        Assert.Equal(["1 token.source=database", "1 token.source=database"], heard.Of("token.renewals"));
        Assert.Equal(["1 token.result=ok"], heard.Of("token.reports"));
        Assert.Equal(3, heard.Of("token.call.duration").Count);
    }

    [Fact]
    public async Task A_source_that_goes_away_is_told_once_and_once_when_it_is_back()
    {
        using var telemetry = new ClientTelemetry();
        var lines = new LogLines();
        var isAway = true;
        var source = Source(telemetry, _ => isAway
            ? TokenResult.Of(new TokenFailure(FailureKind.ServiceUnavailable, "Down."))
            : HomeDouble.Living(Main, time.GetUtcNow()), lines);

        foreach (var away in new[] { true, true, false, false })
        {
            isAway = away;
            await source.GetAsync(new TokenRequest(Main), CancellationToken.None);
        }

        Assert.Single(lines.All, line => line.Contains(" 3401 ", StringComparison.Ordinal));
        Assert.Single(lines.All, line => line.Contains(" 3402 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_listens_and_nothing_is_made()
    {
        using var telemetry = new ClientTelemetry();
        var (answer, clock) = (HomeDouble.Living(Main, time.GetUtcNow()), Clock);
        Assert.Same(answer, await telemetry.Watch(new(answer), clock));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) await telemetry.Watch(new(answer), clock);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private StoreClock Clock => new(time);

    private WatchedSource Source(
        ClientTelemetry telemetry, Func<TokenRequest, TokenResult> answer, LogLines? lines = null) =>
        new(new Answering(answer), telemetry, Clock,
            new Microsoft.Extensions.Logging.Logger<WatchedSource>((lines ?? new LogLines()).Factory()));

    private static async Task<TokenResult> LaterAsync(TokenResult result)
    {
        await Task.Yield();
        return result;
    }

    private sealed class Answering(Func<TokenRequest, TokenResult> answer) : ITokenSource
    {
        public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken) =>
            new(answer(request));
    }
}
