using System.Security.Cryptography;
using TokenFunctions.Storage.Tables;
using Xunit;

namespace TokenFunctions.Testing;

/// <summary>What every <see cref="ITable"/> does. Each store derives a test class from it; tests of planted faults run
/// the same checks against tables that are wrong on purpose.</summary>
public abstract partial class TableContract
{
    private static readonly RowKey Key = new("part", "id");

    private static CancellationToken None => CancellationToken.None;

    /// <summary>The store under test; may be shared by all checks, which use tables of their own.</summary>
    protected abstract Task<ITables> OpenAsync();

    [ContractFact]
    public async Task The_store_gives_a_sign_of_life() => await (await OpenAsync()).PingAsync(None);

    [ContractFact]
    public async Task Tables_are_apart_from_each_other()
    {
        var tables = await OpenAsync();
        var (one, two) = (tables.Open(NewName()), tables.Open(NewName()));
        await one.InsertAsync(New("a"), None);
        Assert.Null(await two.GetAsync(Key, None));
        Assert.Empty((await two.QueryAsync(new RowQuery(), null, None)).Rows);
        Assert.True((await two.InsertAsync(New("b"), None)).Written);
        Assert.Equal("a", (await one.GetAsync(Key, None))!.Text("t"));
    }

    [ContractFact]
    public async Task A_table_is_the_same_however_often_it_is_opened()
    {
        var tables = await OpenAsync();
        var name = NewName();
        await tables.Open(name).InsertAsync(New("a"), None);
        Assert.Equal("a", (await tables.Open(name).GetAsync(Key, None))!.Text("t"));
    }

    [ContractFact]
    public async Task Names_of_tables_that_not_every_store_allows_are_refused()
    {
        var tables = await OpenAsync();
        foreach (var name in new[] { "", "ab", "Abc", "a-b", "a1b", new string('a', 64) })
            Assert.Throws<ArgumentException>(() => tables.Open(name));
    }

    /// <summary>A table that no other check uses.</summary>
    private async Task<ITable> TableAsync() => (await OpenAsync()).Open(NewName());

    private static string NewName() => "t" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 20);

    private static Row New(string text) => new Row(Key).Set("t", text);
}
