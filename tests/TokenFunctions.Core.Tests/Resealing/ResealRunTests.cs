using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Sweeping;
using TokenFunctions.Resealing;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Core.Tests.Resealing;

/// <summary>Who works at a pass, and what becomes of it when its runner ends.</summary>
public sealed class ResealRunTests
{
    private static readonly SealingKey Old = ResealWorld.Old;
    private static readonly SealingKey Next = ResealWorld.Next;
    private readonly ResealWorld world = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_pass_that_its_runner_left_is_gone_on_with_by_a_sweep_of_another_instance_where_it_was()
    {
        await world.FillAsync(150, Old);
        // Killed after the first page was noted: nothing that it would write arrives any more.
        world.Tables.Of("sealing").BeforeWrite(4, WatchedTable.Lost);
        await world.Start(Next, Old).BeginAsync(None);
        var left = await PassAsync();
        Assert.Equal((ResealState.Running, 100), (left.State, left.Counts.Rows["tokens"]));

        var other = world.Start(Next, Old);
        await other.GoOnAsync(None);
        Assert.Equal(100, (await PassAsync()).Counts.Rows["tokens"]);
        world.Time.Advance(TimeSpan.FromSeconds(31));
        await other.GoOnAsync(None);

        // The page that was not noted was done again, without harm.
        Assert.Equal((ResealState.Done, 2), ((await PassAsync()).State, (await PassAsync()).Round));
        await world.AssertOpensAsync(150, Next);
    }

    [Fact]
    public async Task A_sweep_takes_half_of_the_time_between_two_sweeps()
    {
        await world.FillAsync(150, Old);
        world.Tables.Of("sealing").BeforeWrite(2, WatchedTable.Lost);
        await world.Start(Next, Old).BeginAsync(None);
        // Each page of tokens takes longer than the sweep has.
        world.Tables.Tokens.BeforeRead(1, () => Pass(31));
        world.Tables.Tokens.BeforeRead(2, () => Pass(31));

        await world.Start(Next, Old).GoOnAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Running, null, 100), (pass.State, pass.LeaseId, pass.Counts.Rows["tokens"]));
    }

    [Fact]
    public async Task While_one_works_another_leaves_the_pass_alone()
    {
        await world.FillAsync(1, Old);
        var reads = 0;
        world.Tables.Of("inputs").BeforeRead(1, async () =>
        {
            reads = world.Tables.Of("vault").Reads;
            await world.Start(Next, Old).GoOnAsync(None);
            Assert.Equal(reads, world.Tables.Of("vault").Reads);
        });

        await world.Start(Next, Old).BeginAsync(None);

        Assert.Equal((ResealState.Done, 4), ((await PassAsync()).State, (await PassAsync()).Resealed));
    }

    [Fact]
    public async Task Two_runners_do_no_harm()
    {
        await world.FillAsync(30, Old);
        // The first one stands still in the middle of a page for longer than its lease.
        world.Tables.Tokens.BeforeWrite(1, async () =>
        {
            await Pass(31);
            await world.Start(Next, Old).GoOnAsync(None);
        });

        await world.Start(Next, Old).BeginAsync(None);

        Assert.Equal(ResealState.Done, (await PassAsync()).State);
        Assert.Equal(["next"], (await world.KeysAsync()).Keys);
        await world.AssertOpensAsync(30, Next);
    }

    [Fact]
    public async Task A_pass_can_be_stopped_and_goes_on_where_it_was()
    {
        await world.FillAsync(150, Old);
        var resealer = world.Start(Next, Old);
        Assert.Null(await resealer.StopAsync(None));
        // While the second page of tokens is read.
        world.Tables.Tokens.BeforeRead(2, () => resealer.StopAsync(None));

        await resealer.BeginAsync(None);
        var stopped = await PassAsync();
        await resealer.GoOnAsync(None);
        Assert.Equal((ResealState.Stopped, "inputs", null, 150), (stopped.State, stopped.Table, stopped.LeaseId, stopped.Counts.Rows["tokens"]));
        Assert.Equal(stopped, await PassAsync() with { ETag = stopped.ETag, Counts = stopped.Counts });

        await resealer.BeginAsync(None);

        var done = await PassAsync();
        Assert.Equal((ResealState.Done, stopped.StartedAt, 525), (done.State, done.StartedAt, done.Resealed));
        await world.AssertOpensAsync(150, Next);
    }

    [Fact]
    public async Task An_instance_that_seals_with_another_key_takes_no_part()
    {
        await world.FillAsync(1, Old);
        world.Tables.Of("sealing").BeforeWrite(2, WatchedTable.Lost);
        await world.Start(Next, Old).BeginAsync(None);

        await world.Start(Old, Next).GoOnAsync(None);
        Assert.Equal((ResealState.Running, 0), ((await PassAsync()).State, (await PassAsync()).Resealed));

        // Begun there, it is another pass.
        await world.Start(Old, Next).BeginAsync(None);
        Assert.Equal((ResealState.Done, "old"), ((await PassAsync()).State, (await PassAsync()).Key));
    }

    [Fact]
    public async Task The_figures_of_the_last_full_round_stay_while_a_new_pass_runs()
    {
        await world.FillAsync(1, Old);
        await world.Start(Old).BeginAsync(None);
        world.Tables.Of("sealing").BeforeWrite(2, WatchedTable.Lost);

        await world.Start(Next, Old).BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Running, 4), (pass.State, pass.LastRound!.Seen["old"]));
    }

    [Fact]
    public async Task A_process_that_ends_leaves_the_pass_after_its_page()
    {
        await world.FillAsync(150, Old);
        var resealer = world.Start(Next, Old);
        world.Tables.Tokens.BeforeRead(1, () =>
        {
            resealer.End();
            return Task.CompletedTask;
        });

        await resealer.BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Running, null, 100), (pass.State, pass.LeaseId, pass.Counts.Rows["tokens"]));
    }

    [Fact]
    public async Task A_sweep_goes_on_with_it()
    {
        var (flow, _) = await World.MakeAsync();
        var swept = 0;
        flow.SweepHooks = new() { Beside = _ => Task.FromResult(swept++) };

        await flow.SweepAsync(flow.Start());
        await flow.SweepAsync(flow.Start());

        Assert.Equal(2, swept);
    }

    private Task Pass(double seconds)
    {
        world.Time.Advance(TimeSpan.FromSeconds(seconds));
        return Task.CompletedTask;
    }

    private async Task<ResealPass> PassAsync() => (await new ResealStore(world.Tables).GetAsync(None))!;
}
