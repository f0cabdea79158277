using System.Text;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Tables;

public sealed class CellNamesTests
{
    [Fact]
    public void A_name_is_one_text_however_often_it_is_read()
    {
        var name = CellNames.Of("a_name_of_this_test"u8);
        Assert.Equal("a_name_of_this_test", name);
        Assert.Same(name, CellNames.Of("a_name_of_this_test"u8));
        Assert.NotSame(name, CellNames.Of("a_name_of_this_tesu"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("größe")]
    [InlineData("a_name_that_is_longer_than_any_name_of_a_cell_may_be_which_is_64_")]
    public void Any_text_is_read(string name) => Assert.Equal(name, CellNames.Of(Encoding.UTF8.GetBytes(name)));

    [Fact]
    public void However_many_there_are_each_is_itself()
    {
        for (var i = 0; i < 20_000; i++) Assert.Equal($"n{i}", CellNames.Of(Encoding.UTF8.GetBytes($"n{i}")));
    }
}
