using TokenFunctions.Storage.Formats;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Formats;

/// <summary>Each kind of row as this release, the next one and the one after that have written it.</summary>
public sealed class RowFormatTests
{
    public static TheoryData<string> Kinds => [.. RowKinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_the_next_release_added_survives_when_this_one_writes_the_row_anew(string name)
    {
        var kind = Kind(name);
        for (var seed = 0; seed < 50; seed++)
        {
            var (world, chance) = (new KindWorld(), new Chance(seed));
            await kind.WriteAsync(world, 1);
            IReadOnlyList<string> added = [];
            var before = await world.ChangeAsync(kind.Table, RowFormat.Own + 1, row => added = NextCells.Add(row, chance));

            await kind.ReadAsync(world);
            for (var n = 2; n < 4; n++) await kind.WriteAsync(world, n);

            var after = await world.RowOfAsync(kind.Table);
            Assert.All(added, cell => Assert.Equal(before.Cells[cell], after.Cells[cell]));
            Assert.NotEqual(before.Cells[kind.Cell], after.Cells[kind.Cell]);
            Assert.Equal((RowFormat.Own + 1, RowFormat.Own), (after.Number("v"), after.Number("written_as")));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_row_of_the_format_after_the_next_is_refused_and_left_alone(string name)
    {
        var (kind, world) = (Kind(name), new KindWorld());
        await kind.WriteAsync(world, 1);
        var before = await world.ChangeAsync(kind.Table, RowFormat.Own + 2, row => row.Set("next", "kept"));

        var refused = await Assert.ThrowsAsync<RowFormatException>(() => kind.ReadAsync(world));
        await Assert.ThrowsAsync<RowFormatException>(() => kind.WriteAsync(world, 2));

        Assert.Equal("A stored row has format 3, and this release reads formats up to 2: run a newer release. The row was left as it is.", refused.Message);
        Assert.Equal(before.ETag, (await world.RowOfAsync(kind.Table)).ETag);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_row_of_an_older_format_is_read_and_becomes_one_of_this(string name)
    {
        var (kind, world) = (Kind(name), new KindWorld());
        await kind.WriteAsync(world, 1);
        Assert.Equal(RowFormat.Own, (await world.RowOfAsync(kind.Table)).Number("v"));
        await world.ChangeAsync(kind.Table, RowFormat.Own - 1, _ => { });

        await kind.ReadAsync(world);
        await kind.WriteAsync(world, 2);

        var after = await world.RowOfAsync(kind.Table);
        Assert.Equal((RowFormat.Own, null), (after.Number("v"), after.Number("written_as")));
    }

    [Fact]
    public async Task What_the_next_release_added_to_a_token_survives_also_when_a_cell_that_both_know_goes()
    {
        var (kind, world) = (Kind("token"), new KindWorld());
        await kind.WriteAsync(world, 1);
        var before = await world.ChangeAsync("tokens", RowFormat.Own + 1, row => row.Set("next", "kept").Set("outcome", "Deferred"));
        await kind.WriteAsync(world, 2);

        var after = await world.RowOfAsync("tokens");
        Assert.Equal((true, false), (before.Cells.ContainsKey("failure_kind"), after.Cells.ContainsKey("failure_kind")));
        Assert.Equal("kept", after.Text("next"));
    }

    [Fact]
    public void What_this_release_sets_wins_over_what_it_once_did_not_know()
    {
        var read = new Row(new("p", "r")).Set("v", RowFormat.Own + 1).Set("a", "old").Set("b", "theirs");
        var newer = NewerCells.In(read, () => new Row(read.Key));

        var row = new Row(read.Key).Set("a", "new").Stamp(newer);

        Assert.Equal(("new", "theirs"), (row.Text("a"), row.Text("b")));
    }

    private static RowKind Kind(string name) => RowKinds.All.Single(kind => kind.Name == name);
}
