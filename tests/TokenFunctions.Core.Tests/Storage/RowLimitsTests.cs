using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class RowLimitsTests
{
    private static readonly RowKey Key = new("p", "r");

    [Fact]
    public void The_size_counts_names_and_text_as_utf_16()
    {
        RowLimits.Check(new Row(Key).Set("c", new string('x', (RowLimits.MaxBytes - 14) / 2)));
        var e = Assert.Throws<RowTooLargeException>(() => RowLimits.Check(new Row(Key).Set("c", new string('x', RowLimits.MaxBytes / 2))));
        Assert.Contains("p/r", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_cells_pass_and_one_more_is_refused()
    {
        var row = new Row(Key);
        for (var i = 0; i < RowLimits.MaxCells; i++) row.Set($"c{i}", true);
        RowLimits.Check(row);
        Assert.Throws<RowTooLargeException>(() => RowLimits.Check(row.Set("more", true)));
    }

    [Fact]
    public void The_longest_address_passes()
    {
        RowLimits.Check(new RowKey(new string('a', RowKey.MaxLength), "b"));
        Assert.Throws<ArgumentException>(() => RowLimits.Check(new RowKey(new string('a', RowKey.MaxLength + 1), "b")));
        Assert.Throws<ArgumentException>(() => RowLimits.Check(default(RowKey)));
    }

    [Fact]
    public void A_refusal_does_not_show_the_value()
    {
        var e = Assert.Throws<ArgumentException>(() => RowLimits.Check(new Row(Key).Set("c", "top-secret\ud83d")));
        Assert.DoesNotContain("top-secret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b", "a", "b")]
    [InlineData("a.b c@d", "a.b", "c@d")]
    public void A_page_mark_is_read_as_it_was_written(string mark, string partition, string id)
    {
        Assert.Equal(mark, PageMark.After(new RowKey(partition, id)));
        Assert.Equal(new RowKey(partition, id), PageMark.Read(mark));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(" a")]
    public void Another_text_is_no_page_mark(string mark) => Assert.Throws<ArgumentException>(() => PageMark.Read(mark));
}
