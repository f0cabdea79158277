using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Tokens that callers report as refused.</summary>
public sealed class KnownBadTests
{
    [Fact]
    public async Task An_older_generation_reported_gets_the_newer_one_without_a_call()
    {
        var (world, instance) = await World.MakeAsync();
        var old = (await instance.Ask()).Token!.Generation;
        await instance.Ask(flush: true);

        var result = await instance.Ask(invalid: old);

        Assert.Equal("token-2", result.Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task The_current_generation_reported_is_renewed_once_for_all_who_report_it()
    {
        var (world, instance) = await World.MakeAsync();
        var other = world.Start();
        var bad = (await instance.Ask()).Token!.Generation;
        var held = world.Provider.HoldNext();

        var reporters = Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? instance : other).Ask(invalid: bad)).ToArray();
        var meanwhile = await other.Ask();
        held.SetResult(ScriptedProvider.Token("good", TimeSpan.FromHours(1)));

        Assert.All(await world.RunAsync(Task.WhenAll(reporters)), r => Assert.Equal("good", r.Value()));
        Assert.Equal("token-1", meanwhile.Value());
        Assert.Equal(2, world.Provider.Calls);
        Assert.Equal("good", (await other.Ask(invalid: bad)).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_generation_that_was_never_issued_is_refused()
    {
        var (world, instance) = await World.MakeAsync();
        var current = (await instance.Ask()).Token!.Generation;

        (await instance.Ask(invalid: current + 1)).Refused(FailureKind.UnknownGeneration);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_generation_that_its_holder_could_not_store_yet_is_known_when_it_can()
    {
        var (world, holder) = await World.MakeAsync();
        var other = world.Start();
        world.Provider.During = () =>
        {
            holder.Store.Tokens.ReadOnly = true;
            return Task.CompletedTask;
        };
        var bad = (await holder.Ask()).Token!.Generation;

        var reported = other.Ask(invalid: bad);
        holder.Store.Tokens.ReadOnly = false;

        Assert.Equal("token-2", (await world.RunAsync(reported)).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task In_back_off_the_reporter_gets_the_failure_and_others_the_token()
    {
        var (world, instance) = await World.MakeAsync();
        var bad = (await instance.Ask()).Token!.Generation;
        world.Provider.Next(ScriptedProvider.Failure());

        (await instance.Ask(invalid: bad)).Refused(FailureKind.Transient);
        (await instance.Ask(invalid: bad)).Refused(FailureKind.Transient);

        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task A_failed_attempt_does_not_use_up_the_renewal_by_force()
    {
        var (world, instance) = await World.MakeAsync("\"force_min_interval_sec\": 60");
        var bad = (await instance.Ask()).Token!.Generation;
        world.Provider.Next(ScriptedProvider.Failure());
        (await instance.Ask(invalid: bad)).Refused(FailureKind.Transient);
        world.Pass(11);

        Assert.Equal("token-3", (await instance.Ask(invalid: bad)).Value());
    }

    [Fact]
    public async Task A_provider_that_gives_the_same_token_again_is_told_of()
    {
        var (world, instance) = await World.MakeAsync("\"issue\": \"stable\"");
        world.Provider.Next(
            ScriptedProvider.Token("same", TimeSpan.FromHours(1)), ScriptedProvider.Token("same", TimeSpan.FromMinutes(59)));
        var bad = (await instance.Ask()).Token!.Generation;

        (await instance.Ask(invalid: bad)).Refused(FailureKind.UpstreamTokenUnchanged);

        var result = await instance.Ask();
        Assert.Equal(bad, result.Token!.Generation);
        Assert.Equal(world.Time.GetUtcNow().AddMinutes(59), result.Token.ExpiresAt);
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task Who_reports_a_token_that_was_just_written_is_not_told_that_the_provider_repeated_it()
    {
        var (world, instance) = await World.MakeAsync();
        Task<TokenResult>? reported = null;
        var held = world.Provider.HoldNext();
        var first = instance.Ask();

        // Result written, flight not yet ended: the report reads the new row and joins the flight that wrote it.
        instance.Store.Tokens.AfterWrite(1, () =>
        {
            var bad = world.Time.GetUtcNow().ToUnixTimeSeconds();
            reported = instance.Ask(invalid: bad);
            return Task.CompletedTask;
        });
        held.SetResult(ScriptedProvider.Token("first", TimeSpan.FromHours(1)));

        Assert.Equal("first", (await first).Value());
        Assert.Equal("token-2", (await world.RunAsync(reported!)).Value());
    }
}
