using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Notices.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Notices;

/// <summary>The webhook from a provider's refusal to a receiver on a real socket.</summary>
public sealed class CredentialNoticesTests
{
    [Fact]
    public async Task A_credential_that_stops_working_is_told_once_and_so_is_its_recovery()
    {
        await using var world = await NoticeWorld.MakeAsync();
        await world.AskAsync(NoticeWorld.Refusal());
        for (var again = 0; again < 3; again++) await world.AskAsync(NoticeWorld.Refusal());

        var failed = Assert.Single(world.Receiver.Got);
        Assert.True(failed.IsSigned);
        Assert.Equal(world.World.Time.GetUtcNow().ToUnixTimeSeconds(), failed.Timestamp);
        Assert.Equal(("credential.failed", "demo", "main"), (failed.Type, failed.Data("realm"), failed.Data("key")));
        Assert.Equal(
            ("code_of_BadCredentials", "The provider says no.", "40001", "Do this."),
            (failed.Data("code"), failed.Data("detail"), failed.Data("upstream_code"), failed.Data("what_to_do")));
        Assert.DoesNotContain("PROVIDER-BODY", failed.Body, StringComparison.Ordinal);

        for (var again = 0; again < 3; again++) await world.AskAsync(ScriptedProvider.Token($"TOKEN-{again}", TimeSpan.FromHours(1)));

        var works = Assert.Single(world.Receiver.Got, n => n.Type == "credential.working");
        Assert.Equal(2, world.Receiver.Got.Count);
        Assert.True(works.IsSigned);
        Assert.NotEqual(failed.Id, works.Id);
        Assert.NotNull(works.Data("expires_at"));
        Assert.DoesNotContain("TOKEN-", works.Body, StringComparison.Ordinal);
        Assert.Equal(NoticeMemory.None, (await world.Instance.Row()).Notice);
    }

    [Fact]
    public async Task A_secret_that_is_removed_and_made_anew_begins_without_any_notice()
    {
        await using var world = await NoticeWorld.MakeAsync();
        await world.AskAsync(NoticeWorld.Refusal());

        await world.Instance.Registrar.RemoveSecretAsync(World.Key, null, CancellationToken.None);
        Assert.Equal((NoticeMemory.None, null), ((await world.Instance.Row()).Notice, (await world.Instance.Row()).Failure));
        await world.World.SaveSecretAsync(world.Instance, "two");
        await world.AskAsync(NoticeWorld.Refusal());

        Assert.Equal(["credential.failed", "credential.failed"], world.Receiver.Got.Select(n => n.Type));
    }

    [Fact]
    public async Task What_passes_by_itself_is_not_told()
    {
        await using var world = await NoticeWorld.MakeAsync();

        await world.AskAsync(NoticeWorld.Refusal(FailureKind.Transient));
        await world.AskAsync(NoticeWorld.Refusal(FailureKind.Throttled));
        await world.AskAsync(ScriptedProvider.Token("a", TimeSpan.FromHours(1)));

        Assert.Empty(world.Receiver.Got);
        Assert.Equal(NoticeMemory.None, (await world.Instance.Row()).Notice);
    }

    [Fact]
    public async Task A_refusal_that_may_pass_is_told_only_when_the_token_has_ended()
    {
        await using var world = await NoticeWorld.MakeAsync();
        await world.AskAsync(ScriptedProvider.Token("a", TimeSpan.FromHours(1)));
        world.World.Pass(3000);
        await world.AskAsync(NoticeWorld.Refusal(FailureKind.IpDenied));
        Assert.Empty(world.Receiver.Got);

        world.World.Pass(700);
        await world.AskAsync(NoticeWorld.Refusal(FailureKind.IpDenied));

        Assert.Equal("code_of_IpDenied", Assert.Single(world.Receiver.Got).Data("code"));
    }

    [Fact]
    public async Task Of_many_instances_and_callers_one_tells()
    {
        await using var world = await NoticeWorld.MakeAsync();
        Instance[] instances = [world.Instance, .. Enumerable.Range(0, 4).Select(_ => world.World.StartOnThreads())];
        var held = world.World.Provider.HoldNext();

        var asked = instances.SelectMany(i => Enumerable.Range(0, 20).Select(_ => Task.Run(() => i.Ask()))).ToList();
        await Testing.Eventually.HoldsAsync(() => world.World.Provider.Calls == 1, "the call");
        held.SetResult(NoticeWorld.Refusal());
        await world.World.RunAsync(Task.WhenAll(asked), 20);
        foreach (var instance in instances) await instance.Background.DrainAsync();
        await Task.WhenAll(instances.Select(Deliver));

        Assert.True(Assert.Single(world.Receiver.Got).IsSigned);
    }

    [Fact]
    public async Task What_a_crash_left_owed_is_told_by_one_of_those_who_come_by()
    {
        await using var world = await NoticeWorld.MakeAsync();
        Instance[] instances = [.. Enumerable.Range(0, 5).Select(_ => world.World.StartOnThreads())];
        // The row as an instance leaves it that dies before it sends.
        var at = world.World.Time.GetUtcNow();
        var owed = new NoticeMemory
        {
            Owed = NoticeKind.CredentialFailed,
            Trouble = FailureKind.Reauthorize,
            At = at,
            NotBefore = at.AddMinutes(1),
            Tries = 1,
        };
        await world.Instance.Tokens.TrySaveAsync(await world.Instance.Row() with { Notice = owed }, CancellationToken.None);

        await Task.WhenAll(instances.Select(Deliver));
        Assert.Empty(world.Receiver.Got);
        world.World.Pass(61);
        await Task.WhenAll(instances.Select(Deliver));
        world.World.Pass(4000);
        await Task.WhenAll(instances.Select(Deliver));

        Assert.Equal("code_of_Reauthorize", Assert.Single(world.Receiver.Got).Data("code"));
    }

    [Fact]
    public async Task What_was_owed_while_no_webhook_was_set_for_days_is_given_up_unsent()
    {
        await using var world = await NoticeWorld.MakeAsync();
        world.Receiver.Status = 500;
        await world.AskAsync(NoticeWorld.Refusal());
        world.World.Time.Advance(TimeSpan.FromDays(4));

        await Deliver(world.World.Start());

        Assert.Single(world.Receiver.Got);
        Assert.Equal(new NoticeMemory { Trouble = FailureKind.BadCredentials }, (await world.Instance.Row()).Notice);
        Assert.Single(world.Log.Lines, l => l.StartsWith("Error The webhook is never told credential.failed of demo/main", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_keeps_no_caller_waiting()
    {
        await using var world = await NoticeWorld.MakeAsync();
        var hung = new TaskCompletionSource();
        world.Receiver.Answer = _ => hung.Task;
        world.World.Provider.Next(NoticeWorld.Refusal());

        (await world.Instance.Ask()).Refused(FailureKind.BadCredentials);
        await world.World.SaveSecretAsync(world.Instance, "two");
        Assert.True((await world.Instance.Ask()).HasToken);

        hung.SetResult();
        await world.Instance.Background.DrainAsync();
    }

    [Fact]
    public async Task Without_a_webhook_nothing_is_owed_and_setting_one_up_later_brings_no_old_news()
    {
        await using var world = await NoticeWorld.MakeAsync(w => w.HasWebhook = false);
        await world.AskAsync(NoticeWorld.Refusal());
        Assert.Equal(NoticeMemory.None, (await world.Instance.Row()).Notice);
        world.HasWebhook = true;
        var later = world.World.Start();

        world.World.Time.Advance(TimeSpan.FromDays(4));
        await Deliver(later);
        await later.Registrar.RetryAsync(World.Key, CancellationToken.None);
        await later.Ask();
        await later.Background.DrainAsync();

        Assert.Empty(world.Receiver.Got);
    }

    [Fact]
    public async Task Neither_the_key_nor_the_path_of_the_webhook_nor_a_token_is_logged()
    {
        await using var world = await NoticeWorld.MakeAsync();
        await world.AskAsync(NoticeWorld.Refusal());
        world.Receiver.Status = 500;
        await world.AskAsync(ScriptedProvider.Token("TOKEN-1", TimeSpan.FromHours(1)));

        var log = string.Join('\n', world.Log.Lines);

        Assert.Contains("Told the webhook credential.failed of demo/main", log, StringComparison.Ordinal);
        Assert.Contains("was not told credential.working of demo/main", log, StringComparison.Ordinal);
        Assert.All(["TOKEN-1", Receiver.Key[6..], "/hook", "PROVIDER-BODY"], s => Assert.DoesNotContain(s, log, StringComparison.Ordinal));
    }

    private static Task Deliver(Instance instance) => instance.Notices!.DeliverOwedAsync(World.Key, CancellationToken.None);
}
