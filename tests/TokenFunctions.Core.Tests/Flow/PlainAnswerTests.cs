using TokenFunctions.Core.Tests.Flow.Doubles;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>What an answer with a living token asks of the store: by far the most answers are such.</summary>
public sealed class PlainAnswerTests
{
    [Fact]
    public async Task A_plain_answer_reads_the_tokens_row_once_and_nothing_else()
    {
        var (_, instance) = await World.MakeAsync();
        await instance.Ask();
        var before = Operations(instance);

        Assert.Equal("token-1", (await instance.Ask()).Value());
        Assert.Equal("token-1", (await instance.Ask()).Value());

        Assert.Equal(before with { Reads = before.Reads + 2 }, Operations(instance));
    }

    [Fact]
    public async Task A_row_that_another_instance_wrote_meanwhile_is_read_anew()
    {
        var (world, instance) = await World.MakeAsync();
        await instance.Ask();
        await instance.Ask();
        await world.Start().Ask(flush: true);

        var answer = await instance.Ask();

        Assert.Equal("token-2", answer.Value());
        Assert.Equal((await instance.Row()).Generation, answer.Token!.Generation);
    }

    [Fact]
    public async Task A_state_is_not_lost_on_a_row_that_was_read_before()
    {
        var (world, instance) = await RotatingWorld.MakeAsync();
        world.Provider.Next(RotatingWorld.Rotated("A1", "R1"), RotatingWorld.Rotated("A2", "R2"));
        for (var times = 0; times < 3; times++) await instance.AskRotating();
        world.Pass(3600);

        Assert.Equal("A2", (await instance.AskRotating()).Value());

        Assert.Equal(["R0", "R1"], world.Sent());
    }

    private static (int Reads, int Writes, int Others) Operations(Instance instance)
    {
        var store = instance.Store;
        var others = new[] { store.Secrets, store.Realms, store.Quota, store.Of("used"), store.Of("due") };
        return (store.Tokens.Reads, store.Tokens.Writes, others.Sum(table => table.Reads + table.Writes));
    }
}
