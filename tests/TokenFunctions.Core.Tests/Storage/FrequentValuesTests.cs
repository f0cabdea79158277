using TokenFunctions.Storage;

namespace TokenFunctions.Core.Tests.Storage;

/// <summary>What is asked for often is kept, and no more than there are places.</summary>
public sealed class FrequentValuesTests
{
    private readonly FrequentValues<string> values = new(4);

    [Fact]
    public void An_empty_place_is_taken_at_once_and_each_hash_has_one_place()
    {
        Assert.Null(values.At(1));
        values.Offer(1, "one");
        values.Offer(-2, "two");
        Assert.Equal("one", values.At(1));
        Assert.Equal("one", values.At(5));
        Assert.Equal("two", values.At(-2));
        Assert.Null(values.At(0));
    }

    [Fact]
    public void A_taken_place_is_given_away_about_each_sixteenth_time()
    {
        var taken = 0;
        values.Offer(1, "first");
        for (var offer = 0; offer < 16_000; offer++)
        {
            var (before, other) = (values.At(1), $"{offer}");
            values.Offer(5, other);
            if (ReferenceEquals(values.At(1), other)) taken++;
            else Assert.Same(before, values.At(1));
        }

        // 1,000 are expected; beyond ten deviations is no chance.
        Assert.InRange(taken, 700, 1_300);
    }

    [Fact]
    public void The_number_of_places_is_a_power_of_two() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FrequentValues<string>(6));
}
