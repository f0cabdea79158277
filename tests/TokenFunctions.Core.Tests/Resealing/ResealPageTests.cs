using TokenFunctions.Resealing;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Core.Tests.Resealing;

/// <summary>What a page of a pass costs, and that its runner keeps the right to it however long it takes.</summary>
public sealed class ResealPageTests
{
    private static readonly SealingKey Old = ResealWorld.Old;
    private static readonly SealingKey Next = ResealWorld.Next;
    private static readonly SealingKey Gone = new("gone", SealingKey.NewBytes());
    private readonly ResealWorld world = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task The_secrets_are_read_once_however_many_values_are_broken()
    {
        await world.FillAsync(3, Old);
        for (var n = 0; n < 1000; n++) await world.Vault(Gone).WriteAsync($"lost-{n}", "{}", None);
        var secrets = world.Tables.Secrets;
        var reads = secrets.Reads;

        await world.Start(Next, Old).BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Done, 2, 1000, 50), (pass.State, pass.Round, pass.Counts.Broken, pass.Counts.BrokenValues.Count));
        Assert.Equal(1, secrets.Reads - reads);
    }

    [Fact]
    public async Task Whose_the_values_are_that_are_not_shown_is_not_asked()
    {
        for (var n = 0; n < 160; n++) await world.Vault(Gone).WriteAsync($"lost-{n:000}", "{}", None);
        // The first page of the vault is noted, and full of broken values; its runner ends with it.
        var first = world.Start(Next, Old);
        world.Tables.Of("vault").AfterRead(1, () =>
        {
            first.End();
            return Task.CompletedTask;
        });
        await first.BeginAsync(None);
        Assert.Equal(100, (await PassAsync()).Counts.Broken);
        var reads = world.Tables.Secrets.Reads;
        world.Tables.Of("sealing").AfterWrite(2, () =>
        {
            reads = world.Tables.Secrets.Reads - reads;
            return Task.CompletedTask;
        });

        await world.Start(Next, Old).GoOnAsync(None);

        Assert.Equal((ResealState.Done, 0), ((await PassAsync()).State, reads));
        Assert.Equal(160, (await PassAsync()).Counts.Broken);
    }

    [Fact]
    public async Task A_page_that_takes_longer_than_the_lease_stays_with_its_runner()
    {
        await world.FillAsync(100, Old);
        var seen = new List<(string? Lease, long Reads)>();
        for (var n = 1; n <= 100; n++) world.Tables.Tokens.BeforeWrite(n, () => Pass(1));
        foreach (var n in new[] { 35, 65, 99 }) world.Tables.Tokens.BeforeWrite(n, OtherComesAsync);

        await world.Start(Next, Old).BeginAsync(None);

        var pass = await PassAsync();
        Assert.Single(seen.Distinct());
        Assert.Equal((ResealState.Done, 100, 350, 0), (pass.State, pass.Counts.Rows["tokens"], pass.Resealed, pass.Conflicts));
        await world.AssertOpensAsync(100, Next);

        async Task OtherComesAsync()
        {
            await world.Start(Next, Old).GoOnAsync(None);
            seen.Add(((await PassAsync()).LeaseId, world.Tables.Of("inputs").Reads));
        }
    }

    [Fact]
    public async Task Many_secrets_that_are_read_for_long_do_not_cost_the_lease()
    {
        await world.FillAsync(1001, Old);
        await world.Vault(Gone).WriteAsync("lost", "{}", None);
        // Two pages of secrets, 20 s each.
        world.Tables.Secrets.BeforeRead(1, () => Pass(20));
        var leases = new List<string?>();
        world.Tables.Secrets.BeforeRead(2, async () =>
        {
            leases.Add((await PassAsync()).LeaseId);
            await Pass(20);
            await world.Start(Next, Old).GoOnAsync(None);
            leases.Add((await PassAsync()).LeaseId);
        });

        await world.Start(Next, Old).BeginAsync(None);

        Assert.Equal(2, leases.Count);
        Assert.NotNull(leases[0]);
        Assert.Equal(leases[0], leases[1]);
        Assert.Equal(ResealState.Done, (await PassAsync()).State);
    }

    [Fact]
    public async Task An_operator_who_stops_it_in_a_slow_page_is_obeyed_after_the_page()
    {
        await world.FillAsync(150, Old);
        var resealer = world.Start(Next, Old);
        for (var n = 1; n <= 100; n++) world.Tables.Tokens.BeforeWrite(n, () => Pass(1));
        world.Tables.Tokens.BeforeWrite(5, () => resealer.StopAsync(None));

        await resealer.BeginAsync(None);

        var pass = await PassAsync();
        Assert.Equal((ResealState.Stopped, null, 100), (pass.State, pass.LeaseId, pass.Counts.Rows["tokens"]));
    }

    [Fact]
    public async Task A_runner_whose_lease_was_taken_after_all_leaves_the_page()
    {
        await world.FillAsync(100, Old);
        var writes = 0;
        world.Tables.Tokens.BeforeWrite(1, async () =>
        {
            await Pass(31);
            await world.Start(Next, Old).GoOnAsync(None);
            writes = world.Tables.Tokens.Writes;
        });

        await world.Start(Next, Old).BeginAsync(None);

        Assert.Equal(ResealState.Done, (await PassAsync()).State);
        // The four rows that it was at, tried in vain, and no further ones.
        Assert.InRange(world.Tables.Tokens.Writes - writes, 0, 4);
        await world.AssertOpensAsync(100, Next);
    }

    private Task Pass(double seconds)
    {
        world.Time.Advance(TimeSpan.FromSeconds(seconds));
        return Task.CompletedTask;
    }

    private async Task<ResealPass> PassAsync() => (await new ResealStore(world.Tables).GetAsync(None))!;
}
