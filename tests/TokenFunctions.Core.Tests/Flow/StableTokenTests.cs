using TokenFunctions.Core.Tests.Flow.Doubles;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Providers that give the same token until its end.</summary>
public sealed class StableTokenTests
{
    private readonly List<DateTimeOffset> calls = [];

    [Theory]
    [InlineData(7200, "\"refresh_before_sec\": 300", 4, 11)]
    [InlineData(7200, "", 6, 13)]
    [InlineData(60, "", 2, 6)]
    [InlineData(12, "", 1, 5)]
    [InlineData(7200, "\"refresh_before_sec\": 300, \"min_interval_sec\": 20", 3, 6)]
    public async Task Over_its_whole_life_nobody_is_refused_and_the_calls_grow_with_the_logarithm_of_what_remains(
        int life, string policy, int least, int most)
    {
        var (world, instance) = await World.MakeAsync(Stable(policy));
        Issue(world, life);
        var end = world.Time.GetUtcNow().AddSeconds(life);

        while (world.Time.GetUtcNow() < end.AddSeconds(5)) await AskAsync(world, instance, end);

        Assert.InRange(calls.Count(at => at < end), 1 + least, 1 + most);
        Assert.Equal("second", (await instance.Ask()).Value());
        Assert.DoesNotContain(calls, at => at >= end.AddSeconds(-1.9) && at < end.AddSeconds(0.5));
    }

    [Fact]
    public async Task A_value_that_was_just_confirmed_is_used_to_the_last_two_seconds()
    {
        var (world, instance) = await World.MakeAsync(Stable());
        Issue(world, 7200);
        await instance.Ask();
        world.Pass(7200 - 50);

        var result = await instance.Ask();

        Assert.Equal("first", result.Value());
        Assert.Equal(world.Time.GetUtcNow().AddSeconds(48), result.DeadAt);
        Assert.Equal(world.Time.GetUtcNow().AddSeconds(25), result.DueAt);
        Assert.Equal("fresh", (await instance.Status.FindAsync(World.Key, CancellationToken.None))!.Age);
        world.Pass(24);
        Assert.Equal("first", (await instance.Ask()).Value());
        await instance.Background.DrainAsync();
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task In_the_last_moments_callers_wait_for_the_next_one_without_a_lease()
    {
        var (world, instance) = await World.MakeAsync(Stable());
        var other = world.Start();
        Issue(world, 7200);
        await instance.Ask();
        world.Pass(7200 - 3);
        Assert.Equal("first", (await instance.Ask()).Value());
        world.Pass(1.5);
        var before = world.Provider.Calls;

        var waiting = Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? instance : other).Ask()));
        var reads = instance.Store.Tokens.Reads;
        world.Pass(1.4);

        Assert.False(waiting.IsCompleted);
        Assert.Null((await instance.Row()).LeaseId);
        Assert.Equal(before, world.Provider.Calls);
        Assert.All(await world.RunAsync(waiting), result => Assert.Equal("second", result.Value()));
        Assert.Equal(before + 1, world.Provider.Calls);
        Assert.True(instance.Store.Tokens.Reads - reads < 40, "more than one waiter polls");
    }

    [Fact]
    public async Task The_sweep_does_not_ask_before_the_time_either()
    {
        var (world, instance) = await World.MakeAsync(Stable());
        Issue(world, 7200);
        await instance.Ask();
        world.Pass(7200 - 100);
        for (var run = 0; run < 40; run++)
        {
            await world.RunAsync(instance.Sweep.RunAsync(CancellationToken.None));
            world.Pass(1);
        }

        Assert.Equal(2, calls.Count);
    }

    // What a caller who uses the token at once sees; a second passes.
    private static async Task AskAsync(World world, Instance instance, DateTimeOffset end)
    {
        var asked = instance.Ask();
        if (!asked.IsCompleted) Assert.True(world.Time.GetUtcNow() >= end.AddSeconds(-2), "A caller waits long before the end.");
        var result = await world.RunAsync(asked);
        await instance.Background.DrainAsync();
        Assert.Equal(world.Time.GetUtcNow() < end ? "first" : "second", result.Value());
        world.Pass(1);
    }

    private void Issue(World world, int life)
    {
        var end = world.Time.GetUtcNow().AddSeconds(life);
        world.Provider.Default = () =>
        {
            var now = world.Time.GetUtcNow();
            calls.Add(now);
            return now < end
                ? ScriptedProvider.Token("first", end - now)
                : ScriptedProvider.Token("second", TimeSpan.FromHours(2));
        };
    }

    private static string Stable(string more = "") => "\"issue\": \"stable\"" + (more.Length > 0 ? ", " + more : "");
}
