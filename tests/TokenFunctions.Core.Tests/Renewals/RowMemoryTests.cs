using TokenFunctions.Renewals.Reading;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Renewals;

public sealed class RowMemoryTests
{
    private static readonly TokenKey Key = new("demo", "main");
    private readonly ManualTime time = new();
    private readonly RowMemory memory;

    public RowMemoryTests() => memory = new(time, 20_000);

    [Fact]
    public void The_newest_row_is_remembered_in_whatever_order_rows_come()
    {
        memory.Remember(Row(1, 1));
        memory.Remember(Row(1, 2));
        memory.Remember(Row(1, 1));
        Assert.Equal(2, memory.Find(Key)!.Attempt);

        memory.Remember(Row(2, 1));
        Assert.Equal(2, memory.Find(Key)!.Generation);
        memory.Remember(Row(2, 1) with { ETag = "changed", SealedValue = null });
        Assert.False(memory.Find(Key)!.HasValue);
    }

    [Fact]
    public void A_row_that_is_gone_is_forgotten()
    {
        memory.Remember(Row(1, 1));
        memory.Remember(new TokenState(Key));
        Assert.Null(memory.Find(Key));
    }

    [Fact]
    public void States_are_not_remembered()
    {
        memory.Remember(Row(1, 1) with { SealedState = [1, 2, 3] });
        Assert.Null(memory.Find(Key)!.SealedState);
    }

    [Fact]
    public void It_is_bounded_and_the_longest_unused_goes_first()
    {
        for (var n = 0; n < 15; n++)
        {
            memory.Remember(Of($"key-{n}"));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.NotNull(memory.Find(new TokenKey("demo", "key-0")));
        time.Advance(TimeSpan.FromSeconds(1));
        for (var n = 15; n < 25; n++) memory.Remember(Of($"key-{n}"));

        Assert.InRange(memory.Count, 5, 18);
        Assert.NotNull(memory.Find(new TokenKey("demo", "key-0")));
        Assert.Null(memory.Find(new TokenKey("demo", "key-1")));
    }

    [Fact]
    public void A_held_row_stands_for_the_row_that_it_may_be_written_over_until_it_is_let_go()
    {
        var held = new HeldRow(Row(2, 2), row => row.Generation == 1);
        memory.Remember(Row(1, 1));
        memory.Hold(held);

        Assert.Equal(2, memory.Find(Key)!.Generation);
        Assert.Equal(2, memory.HeldFor(Row(1, 1))!.Generation);
        Assert.Null(memory.HeldFor(Row(3, 3)));
        var newer = new HeldRow(Row(5, 5), _ => true);
        memory.Hold(newer);
        memory.Release(held);
        Assert.Equal(5, memory.Find(Key)!.Generation);
        memory.Release(newer);
        Assert.Equal(1, memory.Find(Key)!.Generation);
    }

    [Fact]
    public void A_held_row_gives_way_to_a_later_one_that_was_read_although_it_is_not_released_yet()
    {
        memory.Hold(new HeldRow(Row(2, 2), _ => true));
        memory.Remember(Row(3, 3));

        Assert.Equal(3, memory.Find(Key)!.Generation);
    }

    private static TokenState Row(long generation, long attempt) => new(Key)
    {
        ETag = $"{generation}-{attempt}",
        Generation = generation,
        Attempt = attempt,
        SealedValue = [1],
    };

    private static TokenState Of(string key) => new(new TokenKey("demo", key)) { ETag = "e", SealedValue = new byte[100] };
}
