using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

public sealed class TokenCacheTests
{
    private readonly CacheWorld world = new();

    [Fact]
    public async Task A_fresh_token_is_answered_from_memory_without_asking_the_source()
    {
        Assert.Equal(TokenOrigin.Database, (await world.Ask()).Origin);
        var second = await world.Ask();

        Assert.Equal(TokenOrigin.Cache, second.Origin);
        Assert.Equal("value-1", second.Value());
        Assert.Equal(1, world.Source.Calls);
    }

    [Fact]
    public async Task A_due_token_is_answered_and_one_call_is_made_behind()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, dueIn: 20);
        await world.Ask();
        world.Pass(20);
        var held = new TaskCompletionSource();
        world.Source.Hold = held.Task;
        world.Source.Answer = r => world.Source.Token(r.Key, 2);

        for (var n = 0; n < 100; n++) Assert.Equal("value-1", (await world.Ask()).Value());
        held.SetResult();
        await world.Background.DrainAsync();

        Assert.Equal("value-2", (await world.Ask()).Value());
        Assert.Equal(2, world.Source.Calls);
    }

    [Fact]
    public async Task A_due_token_whose_source_fails_asks_it_once_a_second_only()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, dueIn: 20);
        await world.Ask();
        world.Pass(20);
        world.Source.Answer = _ => TokenResult.Of(new TokenFailure(FailureKind.StoreUnavailable, "down"));

        for (var n = 0; n < 100; n++) Assert.Equal("value-1", (await world.Ask()).Value());
        Assert.Equal(2, world.Source.Calls);

        world.Pass(1);
        await world.Ask();
        Assert.Equal(3, world.Source.Calls);
    }

    [Fact]
    public async Task A_thousand_callers_of_a_dead_token_make_one_call()
    {
        var threads = new CacheWorld(scheduler: TaskScheduler.Default);
        var held = new TaskCompletionSource();
        threads.Source.Hold = held.Task;

        var asked = Enumerable.Range(0, 1000).Select(_ => Task.Run(() => threads.Ask())).ToArray();
        await Testing.Eventually.HoldsAsync(() => threads.Source.Calls == 1, "the call");
        held.SetResult();

        Assert.All(await Task.WhenAll(asked), r => Assert.Equal("value-1", r.Value()));
        Assert.Equal(1, threads.Source.Calls);
    }

    [Fact]
    public async Task A_token_is_not_handed_out_from_the_moment_it_is_dead()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, dueIn: 10, deadIn: 10);
        await world.Ask();
        world.Pass(10);
        world.Source.Answer = r => world.Source.Token(r.Key, 2);

        Assert.Equal("value-2", (await world.Ask()).Value());
    }

    [Fact]
    public async Task An_answer_is_checked_again_when_its_time_is_over()
    {
        world.Source.Answer = r => world.Source.Token(r.Key, 1, revalidateAfter: 30);
        await world.Ask();
        world.Pass(29.9);
        await world.Ask();
        Assert.Equal(1, world.Source.Calls);

        world.Pass(0.1);
        await world.Ask();
        Assert.Equal(2, world.Source.Calls);
    }

    [Fact]
    public async Task An_older_generation_never_replaces_a_newer_one()
    {
        var held = new TaskCompletionSource();
        world.Source.Hold = held.Task;
        var old = world.Cache.GetAsync(new TokenRequest(World.Key) { MinTtl = TimeSpan.FromSeconds(1) }, CancellationToken.None).AsTask();
        world.Source.Hold = Task.CompletedTask;
        world.Source.Answer = r => world.Source.Token(r.Key, 2);
        await world.Ask();

        held.SetResult();

        Assert.Equal("value-1", (await old).Value());
        Assert.Equal("value-2", (await world.Ask()).Value());
    }

    [Fact]
    public async Task What_was_asked_before_a_change_is_neither_kept_nor_joined_after_it()
    {
        var held = new TaskCompletionSource();
        world.Source.Hold = held.Task;
        var before = world.Ask();
        world.Cache.Forget("demo", "main");
        world.Source.Answer = r => world.Source.Token(r.Key, 2);
        world.Source.Hold = Task.CompletedTask;

        var after = await world.Ask();
        held.SetResult();

        Assert.Equal("value-1", (await before).Value());
        Assert.Equal("value-2", after.Value());
        Assert.Equal("value-2", (await world.Ask()).Value());
    }

    [Fact]
    public async Task Forgetting_a_realm_forgets_its_keys_and_no_others()
    {
        await world.Ask("a");
        await world.Ask("b");
        await world.Cache.GetAsync(new TokenRequest(new TokenKey("other", "a")), CancellationToken.None);

        world.Cache.Forget("demo", "a");
        Assert.Equal(2, world.Cache.Count);
        world.Cache.Forget("demo");
        Assert.Equal(1, world.Cache.Count);
    }

    [Fact]
    public async Task A_caller_that_leaves_takes_nothing_from_the_others()
    {
        var held = new TaskCompletionSource();
        world.Source.Hold = held.Task;
        using var leaving = new CancellationTokenSource();
        var left = world.Ask(cancellationToken: leaving.Token);
        var stayed = world.Ask();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        held.SetResult();

        Assert.Equal("value-1", (await stayed).Value());
        Assert.Equal(1, world.Source.Calls);
    }

    [Fact]
    public async Task An_unknown_secret_is_forgotten()
    {
        await world.Ask();
        world.Pass(60);
        world.Source.Answer = _ => TokenResult.Of(new TokenFailure(FailureKind.UnknownSecret, "x"));
        (await world.Ask()).Refused(FailureKind.UnknownSecret);
        Assert.Equal((0, 0), (world.Cache.Count, world.Cache.Bytes));
    }

    [Fact]
    public async Task A_fresh_hit_allocates_nothing()
    {
        var request = new TokenRequest(World.Key);
        for (var n = 0; n < 100; n++) await world.Cache.GetAsync(request, CancellationToken.None);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++) await world.Cache.GetAsync(request, CancellationToken.None);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }
}
