using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Failed renewals and what they block.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_failed_renewal_never_takes_a_living_token_away()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3300);
        world.Provider.Next(ScriptedProvider.Failure());
        await instance.Ask();
        await instance.Background.DrainAsync();

        var result = await instance.Ask();

        Assert.Equal("token-1", result.Value());
        Assert.Equal(FailureKind.Transient, result.RenewalFailed!.Kind);
        Assert.Equal(world.Time.GetUtcNow(), result.RenewalFailed.At);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task In_back_off_the_remembered_failure_is_answered_and_after_it_one_call_is_made()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.Throttled));
        var first = (await instance.Ask()).Refused(FailureKind.Throttled);

        world.Pass(5);
        var remembered = (await instance.Ask()).Refused(FailureKind.Throttled);
        Assert.Equal(1, world.Provider.Calls);
        Assert.Equal(first.RetryAt, remembered.RetryAt);
        Assert.Equal(world.Time.GetUtcNow().AddSeconds(5), remembered.RetryAt);

        world.Pass(5);
        var results = await Task.WhenAll(instance.Ask(), instance.Ask());
        Assert.All(results, r => Assert.Equal("token-2", r.Value()));
        Assert.Equal(2, world.Provider.Calls);
        Assert.Null((await instance.Ask()).RenewalFailed);
    }

    [Fact]
    public async Task A_failure_blocks_only_the_secret_that_it_was_made_with()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.BadCredentials));
        (await instance.Ask()).Refused(FailureKind.BadCredentials);

        await world.SaveSecretAsync(instance, "two");

        Assert.Equal("token-2", (await instance.Ask()).Value());
        Assert.Equal("two", world.Provider.Key1);
    }

    [Fact]
    public async Task A_failure_blocks_only_the_realm_that_it_was_made_with()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure(FailureKind.Rejected));
        (await instance.Ask()).Refused(FailureKind.Rejected);

        await world.SaveRealmAsync(instance, "");

        Assert.Equal("token-2", (await instance.Ask()).Value());
    }

    [Fact]
    public async Task Who_asks_after_the_secret_was_corrected_does_not_get_the_failure_of_the_old_one()
    {
        var (world, instance) = await World.MakeAsync();
        var held = world.Provider.HoldNext();
        var before = instance.Ask();
        await world.SaveSecretAsync(instance, "two");

        var after = instance.Ask();
        held.SetResult(ScriptedProvider.Failure(FailureKind.BadCredentials));

        Assert.Equal("token-2", (await after).Value());
        await before;
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_newer_token_is_handed_out_although_the_attempt_after_it_failed()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        await instance.Ask();
        world.Pass(3545);
        var held = world.Provider.HoldNext();
        var first = instance.Ask();
        var waiting = other.Ask();
        held.SetResult(ScriptedProvider.Token("second", TimeSpan.FromHours(1)));
        await first;
        world.Provider.Next(ScriptedProvider.Failure());
        (await instance.Ask(flush: true)).Refused(FailureKind.Transient);

        Assert.Equal("second", (await world.RunAsync(waiting)).Value());
        Assert.Equal(3, world.Provider.Calls);
    }

    [Fact]
    public async Task Failures_in_a_row_are_counted_and_a_success_forgets_them()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Failure(), ScriptedProvider.Failure());
        await instance.Ask();
        world.Pass(10);
        await instance.Ask();
        Assert.Equal(2, (await instance.Row()).FailureCount);

        world.Pass(10);
        await instance.Ask();
        Assert.Equal(0, (await instance.Row()).FailureCount);
        Assert.Null((await instance.Row()).Failure);
    }

    [Fact]
    public async Task A_provider_client_that_throws_is_a_failure_and_not_a_fault_of_the_service()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.During = () => throw new FormatException("The value 's3cret' is invalid.");

        var failure = (await instance.Ask()).Refused(FailureKind.Transient);

        Assert.DoesNotContain("s3cret", failure.Detail, StringComparison.Ordinal);
        Assert.Null((await instance.Row()).LeaseId);
    }

    [Fact]
    public async Task A_token_too_large_to_be_stored_is_remembered_as_a_failure()
    {
        var (world, instance) = await World.MakeAsync();
        world.Provider.Next(ScriptedProvider.Token(new string('x', 1_000_000), TimeSpan.FromHours(1)));

        (await instance.Ask()).Refused(FailureKind.Rejected);

        Assert.Equal(1, (await instance.Row()).FailureCount);
        Assert.Null((await instance.Row()).LeaseId);
    }
}
