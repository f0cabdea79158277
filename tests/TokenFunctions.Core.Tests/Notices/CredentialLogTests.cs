using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Notices.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Notices;

/// <summary>The log is told of credentials and secrets that need a person once a change, with a webhook or without.</summary>
public sealed class CredentialLogTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_credential_that_dies_is_told_once_and_so_is_its_recovery(bool hasWebhook)
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = hasWebhook);
        for (var n = 0; n < 3; n++) await world.AskAsync(NoticeWorld.Refusal());
        // What comes between does not bring it back to life.
        await world.AskAsync(NoticeWorld.Refusal(FailureKind.Transient));
        await world.AskAsync(NoticeWorld.Refusal(FailureKind.Reauthorize));
        Assert.True((await world.Instance.Row()).NeedsPerson);
        for (var n = 0; n < 3; n++) await world.AskAsync(ScriptedProvider.Token($"TOKEN-{n}", TimeSpan.FromHours(1)));

        Assert.Collection(
            world.Events.Lines,
            line => Assert.StartsWith("Error The credential of demo/main needs a person: upstream_bad_credentials. The provider says no. Provider's code: 40001;", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Information The credential of demo/main works again", line, StringComparison.Ordinal));
        Assert.False((await world.Instance.Row()).NeedsPerson);
        Assert.DoesNotContain(world.Events.Lines, line => line.Contains("PROVIDER-BODY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_death_and_a_recovery_whose_writes_took_effect_although_their_answers_were_lost_are_told_once()
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = false);
        await AskWithLostAnswerAsync(world, NoticeWorld.Refusal());
        await world.AskAsync(NoticeWorld.Refusal());
        Assert.StartsWith("Error", Assert.Single(world.Events.Lines), StringComparison.Ordinal);

        await AskWithLostAnswerAsync(world, ScriptedProvider.Token("a", TimeSpan.FromHours(1)));
        await world.AskAsync(ScriptedProvider.Token("b", TimeSpan.FromHours(1)));

        Assert.Equal(["Error", "Information"], Levels(world));
    }

    [Fact]
    public async Task A_death_that_a_later_attempt_found_and_told_is_not_told_by_whom_it_overtook()
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = false);
        var tokens = world.Instance.Store.Tokens;
        tokens.AfterWrite(3, async () =>
        {
            var row = await world.World.Start().Row();
            await world.World.Start().Tokens.TrySaveAsync(row with { Attempt = row.Attempt + 1, NeedsPerson = true }, CancellationToken.None);
            await WatchedTable.Lost();
        });
        world.World.Provider.Next(ScriptedProvider.Token("a", TimeSpan.FromHours(1)));

        await world.World.RunAsync(world.Instance.Ask());

        Assert.Empty(world.Events.Lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_recovery_by_a_call_while_the_store_was_away_is_told_and_so_is_the_next_death(bool isAnswerLost)
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = false);
        await world.World.SaveRealmAsync(world.Instance, "\"allow_unfenced\": true");
        await world.AskAsync(NoticeWorld.Refusal());
        var other = world.World.Start();
        other.Store.Tokens.Down = true;
        world.World.Provider.Next(ScriptedProvider.Token("unfenced", TimeSpan.FromHours(1)));
        Assert.Equal("unfenced", (await other.Ask()).Value());
        if (isAnswerLost) other.Store.Tokens.AfterWrite(1, WatchedTable.Lost);
        other.Store.Tokens.Down = false;
        await world.World.RunAsync(other.Drained());

        Assert.Equal(["Error", "Information"], Levels(world));
        Assert.False((await other.Row()).NeedsPerson);
        world.World.Pass(3600);
        await world.AskAsync(NoticeWorld.Refusal());
        Assert.Equal(["Error", "Information", "Error"], Levels(world));
    }

    [Fact]
    public async Task A_recovery_by_such_a_call_is_told_too_when_it_gave_the_same_value_and_the_writes_answer_was_lost()
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = false);
        await world.World.SaveRealmAsync(world.Instance, "\"allow_unfenced\": true, \"issue\": \"stable\"");
        await world.AskAsync(ScriptedProvider.Token("same", TimeSpan.FromHours(1)));
        var other = world.World.Start();
        Assert.Equal("same", (await other.Ask()).Value());
        world.World.Pass(3600);
        await world.AskAsync(NoticeWorld.Refusal());
        other.Store.Tokens.Down = true;
        world.World.Provider.Next(ScriptedProvider.Token("same", TimeSpan.FromHours(1)));
        Assert.Equal("same", (await other.Ask()).Value());
        var generation = (await world.Instance.Row()).Generation;
        other.Store.Tokens.AfterWrite(1, WatchedTable.Lost);
        other.Store.Tokens.Down = false;
        await world.World.RunAsync(other.Drained());

        Assert.Equal(["Error", "Information"], Levels(world));
        var row = await other.Row();
        Assert.Equal((generation, false, row.ValueAttempt), (row.Generation, row.NeedsPerson, row.Attempt));
    }

    [Fact]
    public async Task What_passes_by_itself_is_not_told()
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = false);
        await world.AskAsync(NoticeWorld.Refusal(FailureKind.Transient));
        await world.AskAsync(NoticeWorld.Refusal(FailureKind.Throttled));
        await world.AskAsync(ScriptedProvider.Token("a", TimeSpan.FromHours(1)));

        Assert.Empty(world.Events.Lines);
    }

    [Fact]
    public async Task A_credential_that_is_made_anew_begins_as_a_living_one()
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = false);
        await world.AskAsync(NoticeWorld.Refusal());
        await world.Instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None);
        await world.World.SaveSecretAsync(world.Instance, "two");
        await world.AskAsync(ScriptedProvider.Token("a", TimeSpan.FromHours(1)));

        Assert.StartsWith("Error", Assert.Single(world.Events.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_that_ends_is_told_once_for_each_end(bool hasWebhook)
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = hasWebhook);
        var begun = world.World.Time.GetUtcNow();
        foreach (var days in new[] { 20.0, 10.0, 10.0, 5.0 })
        {
            world.World.Pass(1);
            var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new("one") };
            var draft = new SecretDraft(World.Key, new SecretFields(fields)) { ExpiresAt = begun.AddDays(days) };
            await world.Instance.Registrar.SaveSecretAsync(draft, CancellationToken.None);
            for (var n = 0; n < 3; n++)
            {
                var secret = await new ExpiryStore(world.Instance.Store).FindAsync(World.Key, CancellationToken.None);
                await world.ExpiryOf(world.Instance).TellAsync(secret!, CancellationToken.None);
            }
        }

        Assert.Equal(2, world.Events.Lines.Count);
        Assert.All(world.Events.Lines, line => Assert.StartsWith("Warning The secret of demo/main ends at ", line, StringComparison.Ordinal));
        Assert.Contains("in 10 days", world.Events.Lines.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_that_ends_is_told_once_when_the_writes_answer_was_lost(bool tookEffect)
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = false);
        world.World.Pass(1);
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new("one") };
        var draft = new SecretDraft(World.Key, new SecretFields(fields)) { ExpiresAt = world.World.Time.GetUtcNow().AddDays(10) };
        await world.Instance.Registrar.SaveSecretAsync(draft, CancellationToken.None);
        var (store, secrets) = (new ExpiryStore(world.Instance.Store), world.Instance.Store.Secrets);

        if (tookEffect) secrets.AfterWrite(1, WatchedTable.Lost);
        else secrets.BeforeWrite(1, WatchedTable.Lost);
        if (tookEffect) await TellAsync();
        else await Assert.ThrowsAsync<StoreUnavailableException>(TellAsync);
        Assert.Equal(tookEffect ? 1 : 0, world.Events.Lines.Count);
        for (var n = 0; n < 3; n++) await TellAsync();

        Assert.StartsWith("Warning The secret of demo/main ends at ", Assert.Single(world.Events.Lines), StringComparison.Ordinal);

        async Task TellAsync() => await world.ExpiryOf(world.Instance).TellAsync(
            (await store.FindAsync(World.Key, CancellationToken.None))!, CancellationToken.None);
    }

    // Of an attempt's writes the third is the result.
    private static async Task AskWithLostAnswerAsync(NoticeWorld world, UpstreamAnswer answer)
    {
        world.World.Provider.Next(answer);
        await world.Instance.Registrar.RetryAsync(World.Key, CancellationToken.None);
        world.Instance.Store.Tokens.AfterWrite(3, WatchedTable.Lost);
        await world.World.RunAsync(world.Instance.Ask(flush: true));
        await world.World.RunAsync(world.Instance.Drained());
    }

    private static IEnumerable<string> Levels(NoticeWorld world) => world.Events.Lines.Select(line => line.Split(' ')[0]);
}
