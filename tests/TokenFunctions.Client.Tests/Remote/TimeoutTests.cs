using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>How long a call may take.</summary>
public sealed class TimeoutTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    [Fact]
    public Task Who_needs_a_token_waits_as_long_as_the_service_may_take() =>
        AssertLimitAsync(_ => new TokenRequest(RemoteWorld.Key), TimeSpan.FromSeconds(30));

    [Fact]
    public Task Who_has_a_living_one_does_not_wait_long() =>
        AssertLimitAsync(held => new TokenRequest(RemoteWorld.Key) { Held = held }, TimeSpan.FromSeconds(2));

    [Fact]
    public Task Who_has_one_that_lives_long_enough_does_not_wait_long_either() => AssertLimitAsync(
        held => new TokenRequest(RemoteWorld.Key) { Held = held, MinTtl = TimeSpan.FromMinutes(1) }, TimeSpan.FromSeconds(2));

    [Fact]
    public Task Who_has_one_that_will_not_do_waits() =>
        AssertLimitAsync(held => new TokenRequest(RemoteWorld.Key) { Held = held, Invalid = 7 }, TimeSpan.FromSeconds(30));

    [Fact]
    public async Task After_a_check_that_was_too_short_who_needs_a_token_is_given_its_time()
    {
        await using var world = await RemoteWorld.StartAsync();
        var held = await world.TokenAsync();
        var starts = new TaskCompletionSource();
        world.Service.Before = context => starts.Task.WaitAsync(context.RequestAborted);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var check = world.AskAsync(held);
        await Eventually.HoldsAsync(() => world.Service.Seen.Count == 2, "The check is there");
        world.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.False((await check).HasToken);

        var call = world.AskAsync(new TokenRequest(RemoteWorld.Key) { Held = held, Invalid = 7 });
        await Eventually.HoldsAsync(() => world.Service.Seen.Count == 3, "The call is there");
        Assert.False((await world.AskAsync(held)).HasToken);
        Assert.Equal(3, world.Service.Seen.Count);
        world.Service.Answer = PlayedAnswer.Token(8);
        starts.SetResult();

        Assert.True((await call).HasToken);
    }

    [Fact]
    public async Task A_caller_that_leaves_is_let_go_and_the_service_is_not_blamed()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Before = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var leaving = new CancellationTokenSource();
        var call = world.Broker.GetAsync(new TokenRequest(RemoteWorld.Key), leaving.Token).AsTask();
        await Eventually.HoldsAsync(() => world.Service.Seen.Count == 1, "The call is there");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        world.Service.Before = _ => Task.CompletedTask;
        Assert.Equal(7, (await world.TokenAsync()).Generation);
    }

    [Fact]
    public async Task An_answer_whose_body_does_not_end_is_out_of_time_too()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Before = async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("{"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var call = world.FailAsync();
        await Eventually.HoldsAsync(() => world.Service.Seen.Count == 1, "The call is there");
        world.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("did not answer within 30 s", (await call).Detail, StringComparison.Ordinal);
    }

    private static async Task AssertLimitAsync(Func<Token, TokenRequest> request, TimeSpan limit)
    {
        await using var world = await RemoteWorld.StartAsync();
        var held = await world.TokenAsync();
        world.Service.Before = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        // So that the silence is not excused by the answer before it.
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var call = world.AskAsync(request(held));
        await Eventually.HoldsAsync(() => world.Service.Seen.Count == 2, "The call is there");
        world.Time.Advance(limit - Instant);
        Assert.False(call.IsCompleted);
        world.Time.Advance(Instant);
        var failure = (await call).Failure!;
        Assert.Equal((FailureKind.ServiceUnavailable, null), (failure.Kind, failure.At));
        Assert.EndsWith(FormattableString.Invariant($" did not answer within {limit.TotalSeconds} s."), failure.Detail, StringComparison.Ordinal);
        Assert.InRange((failure.RetryAt!.Value - world.Clock.Now).TotalSeconds, 0.5, 1);
    }
}
