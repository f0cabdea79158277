using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Notices.Doubles;
using TokenFunctions.Storage;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Notices;

/// <summary>Receivers that fail are tried again later, with the same notice.</summary>
public sealed class FailingReceiverTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(301)]
    public async Task One_that_refuses_is_sent_the_same_notice_again(int status)
    {
        await using var world = await NoticeWorld.MakeAsync();
        world.Receiver.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = world.Receiver.Address.AbsoluteUri;
            return Task.CompletedTask;
        };
        await world.AskAsync(NoticeWorld.Refusal());
        Assert.Single(world.Receiver.Got);
        world.Receiver.Answer = null;

        await DeliverAsync(world);
        Assert.Single(world.Receiver.Got);
        world.World.Pass(80);
        await DeliverAsync(world);
        await DeliverAsync(world);

        Assert.Equal(2, world.Receiver.Got.Count);
        var (first, second) = (world.Receiver.Got.First(), world.Receiver.Got.Last());
        Assert.Equal((first.Id, first.Body, true), (second.Id, second.Body, second.IsSigned));
        Assert.True(second.Timestamp > first.Timestamp);
        Assert.Equal(new NoticeMemory { Trouble = FailureKind.BadCredentials }, (await world.Instance.Row()).Notice);
    }

    [Fact]
    public async Task One_that_asks_for_time_gets_it()
    {
        await using var world = await NoticeWorld.MakeAsync();
        world.Receiver.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "900";
            return Task.CompletedTask;
        };

        await world.AskAsync(NoticeWorld.Refusal());

        Assert.Equal(world.World.Time.GetUtcNow().AddSeconds(900), (await world.Instance.Row()).Notice.NotBefore);
    }

    [Fact]
    public async Task One_that_hangs_is_left_after_ten_seconds()
    {
        await using var world = await NoticeWorld.MakeAsync();
        var hung = new TaskCompletionSource();
        world.Receiver.Answer = _ => hung.Task;
        world.World.Provider.Next(NoticeWorld.Refusal());
        await world.Instance.Ask();
        await Testing.Eventually.HoldsAsync(() => !world.Receiver.Got.IsEmpty, "the notice");

        world.World.Pass(11);
        await world.Instance.Background.DrainAsync();

        Assert.Contains("did not answer in time", string.Join('\n', world.Log.Lines), StringComparison.Ordinal);
        Assert.Equal(NoticeKind.CredentialFailed, (await world.Instance.Row()).Notice.Owed);
        hung.SetResult();
    }

    [Theory]
    [InlineData(null, "cannot be reached (ConnectionError)")]
    [InlineData("https://token.corp.example", "plain http")]
    public async Task One_that_is_not_there_or_not_allowed_is_told_later(string? allow, string fault)
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Next()}/hook");
        await using var world = await NoticeWorld.MakeAsync(w => (w.Elsewhere, w.Allow) = (nowhere, allow));

        await world.AskAsync(NoticeWorld.Refusal());

        Assert.Contains(fault, Assert.Single(world.Log.Lines), StringComparison.Ordinal);
        Assert.Equal((NoticeKind.CredentialFailed, 1), ((await world.Instance.Row()).Notice.Owed, (await world.Instance.Row()).Notice.Tries));
    }

    [Fact]
    public async Task After_a_failure_it_has_a_rest_and_what_is_owed_waits()
    {
        await using var world = await NoticeWorld.MakeAsync();
        await world.World.SaveOtherAsync(world.Instance, "other", """ "arguments": [] """);
        world.Receiver.Status = 503;
        await world.AskAsync(NoticeWorld.Refusal());
        world.Receiver.Status = 204;
        world.World.Provider.Next(NoticeWorld.Refusal());

        await world.Instance.AskOther("other");
        await world.Instance.Background.DrainAsync();
        Assert.Single(world.Receiver.Got);
        world.World.Pass(80);
        await DeliverAsync(world);
        await world.Instance.Notices!.DeliverOwedAsync(new TokenKey("other", World.Key.Key), CancellationToken.None);

        Assert.Equal(["main", "main", "main"], world.Receiver.Got.Select(n => n.Data("key")));
        Assert.Equal(["demo", "demo", "other"], world.Receiver.Got.Select(n => n.Data("realm")));
    }

    [Fact]
    public async Task A_notice_that_nobody_takes_for_three_days_is_given_up()
    {
        await using var world = await NoticeWorld.MakeAsync();
        world.Receiver.Status = 500;
        await world.AskAsync(NoticeWorld.Refusal());

        for (var hour = 0; hour < 24 * 4; hour++)
        {
            world.World.Pass(3600);
            await DeliverAsync(world);
        }

        Assert.InRange(world.Receiver.Got.Count, 24, 80);
        Assert.Single(world.Receiver.Got.Select(n => n.Id).Distinct());
        Assert.Single(world.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(NoticeKind.None, (await world.Instance.Row()).Notice.Owed);
    }

    [Fact]
    public async Task What_happens_while_a_notice_is_on_its_way_is_not_lost()
    {
        await using var world = await NoticeWorld.MakeAsync();
        var (hung, first) = (new TaskCompletionSource(), true);
        world.Receiver.Answer = _ => first ? Hang() : Task.CompletedTask;
        world.World.Provider.Next(NoticeWorld.Refusal());
        await world.Instance.Ask();
        await Testing.Eventually.HoldsAsync(() => !world.Receiver.Got.IsEmpty, "the notice");
        await world.World.SaveSecretAsync(world.Instance, "two");
        Assert.True((await world.Instance.Ask()).HasToken);

        hung.SetResult();
        await world.Instance.Background.DrainAsync();

        Assert.Equal(["credential.failed", "credential.working"], world.Receiver.Got.Select(n => n.Type));
        Assert.Equal(NoticeMemory.None, (await world.Instance.Row()).Notice);

        Task Hang()
        {
            first = false;
            return hung.Task;
        }
    }

    [Fact]
    public async Task A_store_that_fails_after_the_delivery_makes_a_double_under_the_same_id()
    {
        await using var world = await NoticeWorld.MakeAsync();
        world.Receiver.Answer = _ =>
        {
            world.Instance.Store.Tokens.Down = true;
            return Task.CompletedTask;
        };
        await world.AskAsync(NoticeWorld.Refusal());
        world.Receiver.Answer = null;
        world.Instance.Store.Tokens.Down = false;

        await DeliverAsync(world);
        Assert.Single(world.Receiver.Got);
        world.World.Pass(61);
        await DeliverAsync(world);
        await DeliverAsync(world);

        Assert.Equal(2, world.Receiver.Got.Count);
        Assert.Single(world.Receiver.Got.Select(n => n.Id).Distinct());
    }

    private static Task DeliverAsync(NoticeWorld world) => world.Instance.Notices!.DeliverOwedAsync(World.Key, CancellationToken.None);
}
