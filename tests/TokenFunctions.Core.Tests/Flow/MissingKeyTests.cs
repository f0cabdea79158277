using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>An instance without the key that values lie under, beside one that has it: what the one lacks is no failure
/// of the token.</summary>
public sealed class MissingKeyTests
{
    private static readonly SealingKey New = new("k2", SealingKey.NewBytes());

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task What_one_instance_cannot_open_keeps_no_other_from_renewing_at_once()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        world.Pass(3600);
        var without = StartWithout(world);

        (await without.Ask()).Refused(FailureKind.SealingKeyUnknown);

        var row = await instance.Row();
        Assert.Equal((null, null, AttemptOutcome.Unsent, 0), (row.LeaseId, row.Failure, row.Outcome, row.FailureCount));
        Assert.Equal("token-2", (await instance.Ask()).Value());
        Assert.Equal(2, world.Provider.Calls);
    }

    [Fact]
    public async Task Who_waits_elsewhere_takes_over_at_once()
    {
        var (world, instance) = await World.MakeAsync();
        var (without, waits) = (StartWithout(world), (Task<TokenResult>?)null);
        without.Store.Of("vault").BeforeRead(1, async () =>
        {
            Assert.NotNull((await instance.Row()).LeaseId);
            waits = instance.Ask();
            Assert.False(waits.IsCompleted);
        });
        var begunAt = world.Time.GetUtcNow();

        (await without.Ask()).Refused(FailureKind.SealingKeyUnknown);

        Assert.Equal("token-1", (await world.RunAsync(waits!)).Value());
        Assert.InRange((world.Time.GetUtcNow() - begunAt).TotalSeconds, 0, 1);
    }

    [Fact]
    public async Task An_instance_without_the_key_takes_the_lease_once_in_half_a_minute_however_often_it_is_asked()
    {
        var (world, _) = await World.MakeAsync();
        var without = StartWithout(world);

        for (var n = 0; n < 100; n++) (await without.Ask(flush: n % 2 == 0)).Refused(FailureKind.SealingKeyUnknown);

        // The lease, and its return.
        Assert.Equal(2, without.Store.Tokens.Writes);
        world.Pass(31);
        for (var n = 0; n < 100; n++) (await without.Ask()).Refused(FailureKind.SealingKeyUnknown);
        Assert.Equal(4, without.Store.Tokens.Writes);
        Assert.Equal(0, world.Provider.Calls);
    }

    [Fact]
    public async Task Who_asks_while_another_renews_gets_what_that_brings()
    {
        var (world, _) = await World.MakeAsync();
        var (without, both) = (StartWithout(world), StartWithout(world, world.SealingKey));
        (await without.Ask()).Refused(FailureKind.SealingKeyUnknown);
        var asked = (Task<TokenResult>?)null;
        both.Store.Of("vault").BeforeRead(1, () =>
        {
            asked = without.Ask();
            return Task.CompletedTask;
        });

        await both.Ask();

        Assert.Equal("token-1", (await world.RunAsync(asked!)).Value());
    }

    [Fact]
    public async Task A_living_token_is_handed_out_and_its_callers_are_told_why_it_is_not_renewed()
    {
        var (world, _) = await World.MakeAsync();
        // The secret lies under the first key, the token under the new one.
        var both = StartWithout(world, world.SealingKey);
        await both.Ask();
        world.Pass(3300);
        var without = StartWithout(world);
        Assert.Equal("token-1", (await without.Ask()).Value());
        await without.Background.DrainAsync();
        var writes = without.Store.Tokens.Writes;

        var told = await without.Ask();

        Assert.Equal(("token-1", FailureKind.SealingKeyUnknown), (told.Value(), told.RenewalFailed?.Kind));
        Assert.Equal(writes, without.Store.Tokens.Writes);
        var other = await both.Ask();
        Assert.Equal(("token-1", null), (other.Value(), other.RenewalFailed));
        await both.Background.DrainAsync();
        Assert.Equal("token-2", (await both.Ask()).Value());
    }

    [Fact]
    public async Task A_token_that_is_got_with_one_whose_key_is_missing_is_renewed_elsewhere_at_once()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveOtherAsync(instance, "ticket", """
            "uses": [{"as": "mp", "realm": "demo", "key": "$key_1"}],
            "arguments": [{"name": "access_token", "place": "url", "value": "${uses.mp}"}]
            """, key1: World.Key.Key);
        await instance.Ask();
        var without = StartWithout(world);
        // Its own secret can be opened; the token that it is got with cannot.
        await without.Registrar.SaveSecretAsync(
            new SecretDraft(new("ticket", "main"), new SecretFields(new Dictionary<string, SecretText> { ["key_1"] = new("main") })), None);

        var told = (await without.AskOther("ticket")).Refused(FailureKind.SealingKeyUnknown);

        Assert.Contains("the realm 'demo', key 'main'", told.Detail, StringComparison.Ordinal);
        Assert.Null((await instance.Tokens.GetAsync(new("ticket", "main"), None)).Failure);
        Assert.True((await StartWithout(world, world.SealingKey).AskOther("ticket")).HasToken);
    }

    [Fact]
    public async Task A_refresh_token_that_one_instance_cannot_open_is_sent_by_another_at_once()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"), RotatingWorld.Rotated("A2", "R2"));
        await instance.AskRotating();
        world.Pass(3600);
        // The secret lies under its key, the state does not.
        var without = StartWithout(world);
        await world.SaveRotatingAsync(without, "R0", label: "other");

        (await without.AskRotating()).Refused(FailureKind.SealingKeyUnknown);

        Assert.Equal("A2", (await StartWithout(world, world.SealingKey).AskRotating()).Value());
        Assert.Equal(["R0", "R1"], world.Sent());
    }

    [Fact]
    public async Task A_pushed_input_heals_at_once_where_it_was_pushed_again()
    {
        var (world, instance) = await World.MakeAsync();
        var without = StartWithout(world);
        await world.SaveOtherAsync(without, "suite", """
            "inputs": [{"name": "ticket"}], "arguments": [{"name": "t", "place": "body", "value": "${inputs.ticket}"}]
            """);
        var key = new TokenKey("suite", "main");
        await instance.Registrar.PushInputAsync(key, "ticket", new("T1"), None);
        (await without.AskOther("suite")).Refused(FailureKind.SealingKeyUnknown);

        await without.Registrar.PushInputAsync(key, "ticket", new("T2"), None);

        Assert.True((await without.AskOther("suite")).HasToken);
    }

    [Fact]
    public async Task Who_says_retry_is_obeyed_at_once()
    {
        var (world, _) = await World.MakeAsync();
        var without = StartWithout(world);
        await without.Ask();
        var writes = without.Store.Tokens.Writes;

        await without.Registrar.RetryAsync(World.Key, None);
        (await without.Ask()).Refused(FailureKind.SealingKeyUnknown);

        Assert.Equal(writes + 2, without.Store.Tokens.Writes);
    }

    [Fact]
    public async Task A_sweep_without_the_key_leaves_the_hint_to_the_next_one()
    {
        var (world, instance) = await World.MakeAsync();
        await world.SaveSecretAsync(instance, "two", keepWarm: true);
        world.Pass(120);

        var swept = await StartWithout(world).Sweep.RunAsync(None);
        var next = await instance.Sweep.RunAsync(None);

        Assert.Equal((1, 0, 1), (swept.Failed, swept.Renewed, next.Renewed));
    }

    // It seals with another key than the world's first, and opens what these older ones have sealed.
    private static Instance StartWithout(World world, params SealingKey[] older)
    {
        world.SealingKeys = new SealingKeyRing(new FixedSealingKeys(New), older);
        return world.Start();
    }
}
