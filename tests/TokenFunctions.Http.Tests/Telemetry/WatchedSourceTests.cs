using TokenFunctions.Http.Fronts;
using TokenFunctions.Http.Telemetry;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Telemetry;

/// <summary>Answers are watched by whoever listens, and for nothing by nobody.</summary>
[Collection("telemetry")]
public sealed class WatchedSourceTests : IDisposable
{
    private static readonly TokenRequest Asked = new(new TokenKey("r", "k"));
    private readonly FlowMetrics metrics = new(TimeProvider.System);
    private readonly StoreClock clock = new(new ManualTime(Samples.Noon));

    public void Dispose() => metrics.Dispose();

    [Fact]
    public async Task While_nobody_listens_the_answer_is_passed_on_as_it_is_and_nothing_is_allocated()
    {
        var answer = TokenResult.Of(Samples.Token(Asked.Key));
        var watched = new WatchedSource("front", new FixedSource(answer), metrics.Requests, clock);
        for (var n = 0; n < 100; n++) Assert.Same(answer, await watched.GetAsync(Asked, CancellationToken.None));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++) await watched.GetAsync(Asked, CancellationToken.None);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public async Task An_answer_and_one_that_nobody_waited_for_are_told()
    {
        using var told = new TelemetryCapture();
        var good = new WatchedSource("core", new FixedSource(TokenResult.Of(Samples.Token(Asked.Key))), metrics.Requests, clock);
        var left = new WatchedSource("front", new FixedSource(null), metrics.Requests, clock);
        await good.GetAsync(Asked, CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.GetAsync(Asked, new CancellationToken(true)).AsTask());

        Assert.Contains("metric TokenFunctions tokenfunctions.requests [route, core] [source, cache] [outcome, ok] [realm, r]", told.Lines);
        Assert.Contains("metric TokenFunctions tokenfunctions.requests [route, front] [source, none] [outcome, left] [realm, r]", told.Lines);
        Assert.Contains(told.Lines, line => line.StartsWith("trace TokenFunctions core", StringComparison.Ordinal));
        Assert.Contains(told.Lines, line => line.StartsWith("trace TokenFunctions front", StringComparison.Ordinal) && line.Contains("[error.type, left]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FailureKind.ServiceUnavailable, "service_unavailable", "core_unavailable")]
    [InlineData(FailureKind.ServiceRefused, "forbidden", "core_refused")]
    [InlineData(FailureKind.Throttled, "upstream_throttled", "upstream_throttled")]
    [InlineData(FailureKind.Throttled, "made_up", "upstream_throttled")]
    public async Task At_a_front_a_failure_is_counted_by_the_code_that_callers_see(FailureKind kind, string code, string outcome)
    {
        using var told = new TelemetryCapture();
        var failure = CoreFailure.Of(new TokenFailure(kind, "It is so.") { Code = code });
        var front = new WatchedSource("front", new FixedSource(TokenResult.Of(failure)), metrics.Requests, clock);
        await front.GetAsync(Asked, CancellationToken.None);

        Assert.Contains(told.Lines, line => line.StartsWith($"metric TokenFunctions tokenfunctions.requests [route, front] [source, none] [outcome, {outcome}]", StringComparison.Ordinal));
        Assert.Contains(told.Lines, line => line.StartsWith("trace TokenFunctions front", StringComparison.Ordinal) && line.Contains($"[error.type, {outcome}]", StringComparison.Ordinal));
    }

    private sealed class FixedSource(TokenResult? answer) : ITokenSource
    {
        public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken) =>
            answer is null ? ValueTask.FromCanceled<TokenResult>(new(true)) : new(answer);
    }
}
