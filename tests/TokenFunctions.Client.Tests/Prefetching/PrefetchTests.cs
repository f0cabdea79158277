using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Client.Prefetching;
using TokenFunctions.Client.Telemetry;
using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Prefetching;

public sealed class PrefetchTests
{
    private static readonly TokenKey Main = new("orders", "main");
    private readonly ManualTime time = new();

    [Fact]
    public async Task A_start_does_not_wait_for_tokens_nor_does_an_end()
    {
        var asked = new Counts();
        var never = new TaskCompletionSource<TokenResult>();
        var home = new HomeDouble(time, request =>
        {
            asked.Add(request.Key.ToString());
            return never.Task;
        });

        await using (var client = Client(home, Main))
            await Eventually.HoldsAsync(() => asked.Number == 1, "It asks");

        Assert.Equal("orders/main", Assert.Single(asked.All));
    }

    [Fact]
    public async Task A_token_is_renewed_when_it_is_due_though_nobody_asks()
    {
        var asked = new Counts();
        var home = new HomeDouble(time, request =>
        {
            asked.Add("");
            return Task.FromResult(HomeDouble.Living(request.Key, time.GetUtcNow(), asked.Number) with
            {
                RevalidateAfter = TimeSpan.FromHours(2),
            });
        });
        await using var client = Client(home, Main);
        await Eventually.HoldsAsync(() => asked.Number == 1, "It is got");

        await AdvanceAsync(TimeSpan.FromMinutes(47));
        Assert.Equal(1, asked.Number);
        await AdvanceAsync(TimeSpan.FromMinutes(2));

        await Eventually.HoldsAsync(() => asked.Number == 2, "It is renewed");
    }

    [Fact]
    public async Task What_cannot_be_got_is_tried_again_and_told_once()
    {
        var (asked, lines) = (new Counts(), new LogLines());
        var home = new HomeDouble(time, request =>
        {
            asked.Add("");
            return Task.FromResult(asked.Number < 4
                ? TokenResult.Of(new TokenFailure(FailureKind.Transient, "Down."))
                : HomeDouble.Living(request.Key, time.GetUtcNow()));
        });
        using var loggers = lines.Factory();
        await using var client = new TokenClient(home, new ClientTelemetry(), [Main, Main], loggers);

        for (var round = 1; round <= 4; round++)
        {
            await Eventually.HoldsAsync(() => asked.Number == round && time.Waiting > 0, $"Round {round} is over");
            if (round < 4) time.Advance(PrefetchPause.Most);
        }

        Assert.Single(lines.All, line => line.Contains(" 3411 ", StringComparison.Ordinal));
        await Eventually.HoldsAsync(
            () => lines.All.Count(line => line.Contains(" 3412 ", StringComparison.Ordinal)) == 1, "It is told");
    }

    [Fact]
    public void The_pause_ends_when_the_token_needs_a_look()
    {
        var now = time.GetUtcNow();
        var living = HomeDouble.Living(Main, now) with { RevalidateAfter = TimeSpan.FromHours(1) };
        var failed = TokenResult.Of(
            new TokenFailure(FailureKind.Throttled, "Too many calls.") { RetryAt = now.AddSeconds(4) });

        Assert.Equal(PrefetchPause.Most, PrefetchPause.Until(living, now));
        Assert.Equal(PrefetchPause.Most, PrefetchPause.Until(null, now));
        Assert.Equal(TimeSpan.FromSeconds(4), PrefetchPause.Until(failed, now));
        Assert.Equal(TimeSpan.FromSeconds(6), PrefetchPause.Until(living with { DueAt = now.AddSeconds(6) }, now));
        Assert.Equal(PrefetchPause.Least, PrefetchPause.Until(living with { DueAt = now.AddSeconds(-6) }, now));
        Assert.Equal(
            TimeSpan.FromSeconds(2), PrefetchPause.Until(living with { RevalidateAfter = TimeSpan.FromSeconds(2) }, now));
    }

    [Fact]
    public async Task One_that_takes_long_does_not_keep_the_others_from_being_got()
    {
        var asked = new Counts();
        var never = new TaskCompletionSource<TokenResult>();
        var home = new HomeDouble(time, request =>
        {
            asked.Add(request.Key.Key);
            return request.Key == Main
                ? never.Task
                : Task.FromResult(TokenResult.Of(new TokenFailure(FailureKind.Transient, "Down.")));
        });
        await using var client = Client(home, Main, new TokenKey("orders", "other"));

        for (var round = 1; round <= 3; round++)
        {
            await Eventually.HoldsAsync(
                () => asked.All.Count(key => key == "other") == round && time.Waiting > 0, $"Round {round} is over");
            time.Advance(PrefetchPause.Most);
        }

        Assert.Single(asked.All, key => key == "main");
    }

    private static TokenClient Client(HomeDouble home, params TokenKey[] keys) =>
        new(home, new ClientTelemetry(), keys, NullLoggerFactory.Instance);

    // In the steps of the prefetcher's own sleep, each of which it must have begun.
    private async Task AdvanceAsync(TimeSpan by)
    {
        for (var left = by; left > TimeSpan.Zero; left -= PrefetchPause.Most)
        {
            await Eventually.HoldsAsync(() => time.Waiting > 0, "It sleeps");
            time.Advance(PrefetchPause.Most);
        }
    }
}
