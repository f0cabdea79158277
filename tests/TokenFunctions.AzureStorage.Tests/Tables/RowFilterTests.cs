using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage.Tests.Tables;

public sealed class RowFilterTests
{
    [Fact]
    public void All_rows_need_no_filter() => Assert.Null(RowFilter.Of(new RowQuery()));

    [Fact]
    public void Each_bound_is_a_term()
    {
        var query = new RowQuery { Partition = "p", PartitionFrom = "a", PartitionBefore = "z", From = "1", Before = "9" };
        Assert.Equal(
            "PartitionKey eq 'p' and PartitionKey ge 'a' and PartitionKey lt 'z' and RowKey ge '1' and RowKey lt '9'",
            RowFilter.Of(query));
    }

    [Fact]
    public void A_quote_cannot_end_a_text() =>
        Assert.Equal("RowKey ge 'a'' or ''b'", RowFilter.Of(new RowQuery { From = "a' or 'b" }));
}
