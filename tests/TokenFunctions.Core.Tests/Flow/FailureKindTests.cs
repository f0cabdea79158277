using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>For how long failures of each kind keep the provider from being asked, as callers see it.</summary>
public sealed class FailureKindTests
{
    [Theory]
    [InlineData(FailureKind.BadCredentials)]
    [InlineData(FailureKind.Reauthorize)]
    [InlineData(FailureKind.SecretIncomplete)]
    public async Task What_only_a_person_can_mend_is_not_tried_again_until_one_says_so(FailureKind kind)
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure(kind));
        Assert.Null((await instance.Ask()).Refused(kind).RetryAt);

        for (var day = 0; day < 60; day++)
        {
            world.Pass(86_400);
            (await instance.Ask()).Refused(kind);
            await instance.Sweep.RunAsync(CancellationToken.None);
        }

        Assert.Equal(1, world.Provider.Calls);
        await instance.Registrar.RetryAsync(World.Key, CancellationToken.None);
        Assert.True((await instance.Ask()).HasToken);
    }

    [Theory]
    [InlineData(FailureKind.Rejected)]
    [InlineData(FailureKind.IpDenied)]
    public async Task What_is_likely_to_stay_is_probed_once_in_ten_minutes(FailureKind kind)
    {
        var (world, instance) = await World.MakeAsync();
        for (var n = 0; n < 100; n++) world.Provider.Next(Fails(kind));

        for (var second = 0; second < 7200; second += 10)
        {
            await instance.Ask();
            world.Pass(10);
        }

        Assert.InRange(world.Provider.Calls, 11, 12);
    }

    [Fact]
    public async Task A_provider_that_is_down_for_an_hour_sees_only_the_back_off()
    {
        var (world, instance) = await World.MakeAsync();
        for (var n = 0; n < 5000; n++) world.Provider.Next(Fails(FailureKind.Transient));

        for (var second = 0; second < 3600; second++)
        {
            await instance.Ask();
            world.Pass(1);
        }

        // Nine doublings to the longest pause of 300 s, of which full jitter takes half on average.
        Assert.InRange(world.Provider.Calls, 12, 60);
    }

    [Fact]
    public async Task The_least_interval_of_the_realm_is_kept_also_after_failures()
    {
        var (world, instance) = await World.MakeAsync("\"min_interval_sec\": 60");
        for (var n = 0; n < 100; n++) world.Provider.Next(Fails(FailureKind.Transient));

        for (var second = 0; second < 600; second++)
        {
            await instance.Ask();
            world.Pass(1);
        }

        Assert.InRange(world.Provider.Calls, 2, 10);
    }

    [Fact]
    public async Task A_child_is_tried_again_as_soon_as_its_parent_may_be_well()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "main");
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.Throttled));
        var failure = (await instance.AskOther("ticket")).Refused(FailureKind.UpstreamTokenInvalid);
        Assert.InRange(failure.RetryAt!.Value, world.Time.GetUtcNow(), world.Time.GetUtcNow().AddSeconds(10));

        world.Pass(10);

        Assert.True((await instance.AskOther("ticket")).HasToken);
    }

    [Fact]
    public async Task A_child_of_a_parent_that_waits_for_a_person_follows_soon_after_it_was_mended()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", Child, key1: "main");
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));
        for (var hour = 0; hour < 24; hour++)
        {
            (await instance.AskOther("ticket")).Refused(FailureKind.UpstreamTokenInvalid);
            world.Pass(3600);
        }

        Assert.Equal(1, world.Provider.Calls);
        await world.SaveSecretAsync(instance, "two");
        world.Pass(300);
        Assert.True((await instance.AskOther("ticket")).HasToken);
    }

    [Fact]
    public async Task A_waiter_is_answered_by_the_failed_attempt_although_another_has_begun_since()
    {
        var (world, holder) = await World.MakeAsync();
        var other = world.Start();
        var first = world.Provider.HoldNext();
        var asked = holder.Ask();
        var waiting = other.Ask();
        first.SetResult(Fails(FailureKind.Transient));
        (await asked).Refused(FailureKind.Transient);
        await holder.Registrar.RetryAsync(World.Key, CancellationToken.None);
        _ = world.Provider.HoldNext();
        _ = holder.Ask();
        Assert.NotNull((await holder.Row()).LeaseId);

        (await world.RunAsync(waiting)).Refused(FailureKind.Transient);

        Assert.Equal(2, world.Provider.Calls);
    }

    private const string Child = """
        "uses": [{"as": "mp", "realm": "demo", "key": "$key_1"}],
        "arguments": [{"name": "access_token", "place": "url", "value": "${uses.mp}"}]
        """;

    private static UpstreamAnswer Fails(FailureKind kind) =>
        UpstreamAnswer.Of(new UpstreamFailure(kind, "The provider is unwell.", UpstreamReach.Answered));
}
