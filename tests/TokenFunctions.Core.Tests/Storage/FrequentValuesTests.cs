using TokenFunctions.Storage;

namespace TokenFunctions.Core.Tests.Storage;

/// <summary>What is asked for the most is kept, and no more than there are places.</summary>
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
    public void A_taken_place_is_given_away_each_sixteenth_time()
    {
        values.Offer(1, "first");
        for (var offer = 1; offer < FrequentValues<string>.TakenEach; offer++)
        {
            values.Offer(5, $"other {offer}");
            Assert.Equal("first", values.At(1));
        }

        values.Offer(5, "the sixteenth");
        Assert.Equal("the sixteenth", values.At(1));
    }
}
