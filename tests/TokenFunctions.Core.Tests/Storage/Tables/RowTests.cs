using TokenFunctions.Properties;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Core.Tests.Storage.Tables;

/// <summary>The cells of a row, against a sorted dictionary.</summary>
public sealed class RowTests
{
    private static readonly RowKey Key = new("p", "r");

    [Fact]
    public void Cells_are_found_and_come_in_the_order_of_their_names() => Seeds.Hold(500, chance =>
    {
        var (row, expected) = (new Row(Key), new SortedDictionary<string, object>(StringComparer.Ordinal));
        for (var steps = chance.Below(60); steps > 0; steps--)
        {
            var name = chance.Pick("a", "b", "B", "_") + chance.Below(12);
            if (chance.OneIn(4))
            {
                row.Set(name, (string?)null);
                expected.Remove(name);
            }
            else
            {
                var value = (long)chance.Below(1000);
                row.Set(name, value);
                expected[name] = value;
            }

            Assert.Equal(expected.Keys, row.Cells.Keys);
            Assert.Equal(expected.Values, row.Cells.Values);
            Assert.Equal((expected.Count, expected.ContainsKey(name)), (row.Cells.Count, row.Cells.ContainsKey(name)));
            Assert.Equal(expected.GetValueOrDefault(name), row.Number(name));
        }
    });

    [Fact]
    public void A_cell_that_is_not_there_is_none()
    {
        var row = new Row(Key).Set("n", 1L);
        Assert.Null(row.Text("n"));
        Assert.False(row.Cells.TryGetValue("m", out _));
        Assert.Throws<KeyNotFoundException>(() => row.Cells["m"]);
    }

    [Fact]
    public void A_snapshot_and_its_row_do_not_see_each_others_changes()
    {
        var row = new Row(Key, "e").Set("b", [1, 2]).Set("t", "a");
        var (one, two) = (row.Snapshot(), row.Snapshot());
        one.Bytes("b")![0] = 9;
        one.Set("t", "changed").Set("n", 1L);
        Assert.Equal(("changed", 1L, (byte)9), (one.Text("t"), one.Number("n"), one.Bytes("b")![0]));
        foreach (var other in new[] { row, two })
            Assert.Equal(("a", (long?)null, (byte)1, "e"), (other.Text("t"), other.Number("n"), other.Bytes("b")![0], other.ETag));
    }
}
