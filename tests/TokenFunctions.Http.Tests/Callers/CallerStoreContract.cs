using System.Net;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Callers;

/// <summary>What holds of callers in every store.</summary>
public abstract class CallerStoreContract
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private readonly ManualTime time = new(Samples.Noon);
    private readonly ITables tables;
    private readonly CallerStore store;

    protected CallerStoreContract(ITables tables)
    {
        this.tables = tables;
        store = new CallerStore(tables, new StoreClock(time));
    }

    private ITable Table => tables.Open(CallerStore.TableName);

    [Fact]
    public async Task A_caller_is_read_as_it_was_stored()
    {
        var wanted = Full("billing");
        var saved = (await SaveAsync(wanted)).Saved!;
        var read = await FindAsync("billing");
        Assert.Equal(Show(saved), Show(read));
        Assert.Equal(Show(wanted with { CreatedAt = Samples.Noon, UpdatedAt = Samples.Noon, Version = saved.Version }), Show(read));
        Assert.NotNull(read!.ETag);
        Assert.Equal("billing", Assert.Single(await store.ListAsync(default)).Id);
    }

    [Fact]
    public async Task The_least_caller_is_read_as_it_was_stored()
    {
        await SaveAsync(new Caller("a"));
        var read = (await FindAsync("a"))!;
        Assert.Equal((0, 0, 0, null), (read.Allow.Count, read.Keys.Count, read.Networks.Count, read.RequestsPerSecond));
        Assert.Null(await FindAsync("A"));
    }

    [Fact]
    public async Task Saving_replaces_all_but_the_keys()
    {
        var first = (await SaveAsync(Full("billing"))).Saved!;
        time.Advance(TimeSpan.FromHours(1));
        var second = (await SaveAsync(new Caller("billing") { Keys = [Key("billing")] })).Saved!;
        Assert.Equal(first.Keys.Select(k => k.Id), second.Keys.Select(k => k.Id));
        Assert.Equal((0, null, null, null), (second.Allow.Count, second.EntraAppId, second.RequestsPerSecond, second.Comment));
        Assert.Equal((Samples.Noon, Samples.Noon.AddHours(1)), (second.CreatedAt, second.UpdatedAt));
        Assert.True(second.Version > first.Version);
        Assert.Equal(Show(second), Show(await FindAsync("billing")));
    }

    [Fact]
    public async Task Who_demands_what_does_not_hold_changes_nothing()
    {
        var saved = (await SaveAsync(new Caller("a"))).Saved!;
        var refused = await store.SaveAsync(Full("a"), old => old is null, default);
        Assert.Equal((null, null), (refused.Saved, refused.TakenBy));
        Assert.Equal(Show(saved), Show(await FindAsync("a")));
        Assert.Null(await store.FindByAppAsync(App, default));
    }

    [Fact]
    public async Task Keys_change_alone_and_no_change_of_many_is_lost()
    {
        await SaveAsync(Full("a") with { Keys = [] });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(
            () => store.ChangeKeysAsync("a", caller => [.. caller.Keys, Key("a")], default))));
        var read = (await FindAsync("a"))!;
        Assert.Equal((20, App, 3), (read.Keys.Count, read.EntraAppId, read.Allow.Count));
        Assert.Null(await store.ChangeKeysAsync("a", _ => null, default));
        Assert.Null(await store.ChangeKeysAsync("b", _ => [], default));
        Assert.Equal(read.Version, (await FindAsync("a"))!.Version);
    }

    [Fact]
    public async Task A_caller_goes_only_as_it_was_read()
    {
        var first = (await SaveAsync(Full("a"))).Saved!;
        var second = (await SaveAsync(Full("a"))).Saved!;
        Assert.False(await store.RemoveAsync(first, default));
        Assert.True(await store.RemoveAsync(second, default));
        Assert.False(await store.RemoveAsync(second, default));
        Assert.Null(await FindAsync("a"));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Whether_there_is_any_caller_says_the_callers_rows_alone()
    {
        Assert.False(await store.AnyAsync(default));
        await new KeyUseStore(tables).MarkAsync("a", "k", Samples.Noon, default);
        await Table.InsertAsync(EntraRow("app:" + App, "a", Samples.Noon), default);
        Assert.False(await store.AnyAsync(default));
        await SaveAsync(new Caller("a"));
        Assert.True(await store.AnyAsync(default));
    }

    [Fact]
    public async Task Callers_are_listed_by_their_ids()
    {
        foreach (var id in new[] { "b", "a.b", "B", "a", "a-b" }) await SaveAsync(new Caller(id));
        Assert.Equal(["B", "a", "a-b", "a.b", "b"], (await store.ListAsync(default)).Select(c => c.Id));
    }

    [Fact]
    public async Task A_caller_is_found_by_its_Entra_application_and_its_role()
    {
        await SaveAsync(Full("a"));
        Assert.Equal("a", (await store.FindByAppAsync(App, default))!.Id);
        Assert.Equal("a", (await store.FindByRoleAsync("Tokens.Read:All%20!", default))!.Id);
        Assert.Null(await store.FindByRoleAsync("tokens.read:all%20!", default));
        Assert.Null(await store.FindByRoleAsync("no such/role?", default));
        Assert.Null(await store.FindByAppAsync("", default));
    }

    [Fact]
    public async Task An_application_or_role_is_that_of_one_caller_until_it_is_given_up()
    {
        await SaveAsync(Full("a"));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("a", (await SaveAsync(new Caller("b") { EntraAppId = App })).TakenBy);
        Assert.Equal("a", (await SaveAsync(Full("b") with { EntraAppId = null })).TakenBy);
        Assert.Null(await FindAsync("b"));

        await SaveAsync(Full("a") with { EntraAppId = null });
        Assert.NotNull((await SaveAsync(new Caller("b") { EntraAppId = App })).Saved);
        Assert.Equal("b", (await store.FindByAppAsync(App, default))!.Id);

        await store.RemoveAsync((await FindAsync("a"))!, default);
        Assert.NotNull((await SaveAsync(Full("b"))).Saved);
    }

    [Fact]
    public async Task Of_many_who_claim_one_application_at_once_one_gets_it()
    {
        var endings = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(
            () => SaveAsync(new Caller($"c{n}") { EntraAppId = App }))));
        var winner = Assert.Single(endings, e => e.Saved is not null).Saved!.Id;
        Assert.All(endings.Where(e => e.Saved is null), e => Assert.Equal(winner, e.TakenBy));
        Assert.Equal(winner, (await store.FindByAppAsync(App, default))!.Id);
        Assert.Equal(winner, Assert.Single(await store.ListAsync(default)).Id);
    }

    [Fact]
    public async Task What_a_crash_between_two_writes_left_counts_for_nothing_and_is_in_nobodys_way_for_long()
    {
        await SaveAsync(new Caller("a"));
        await Table.InsertAsync(EntraRow("app:" + App, "a", Samples.Noon), default);
        Assert.Null(await store.FindByAppAsync(App, default));

        Assert.Equal("a", (await SaveAsync(new Caller("b") { EntraAppId = App })).TakenBy);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await SaveAsync(new Caller("b") { EntraAppId = App })).Saved);
        Assert.Equal("b", (await store.FindByAppAsync(App, default))!.Id);
    }

    [Fact]
    public async Task Saving_again_mends_what_was_lost_of_an_application()
    {
        await SaveAsync(Full("a"));
        var row = (await Table.GetAsync(new RowKey("entra", "app:" + App), default))!;
        await Table.DeleteAsync(row.Key, row.ETag!, default);
        Assert.Null(await store.FindByAppAsync(App, default));
        await SaveAsync(Full("a"));
        Assert.Equal("a", (await store.FindByAppAsync(App, default))!.Id);
    }

    [Theory]
    [InlineData("networks", "10.0.0.0/8\nten")]
    [InlineData("networks", "10.0.0.1")]
    [InlineData("allow", "* *")]
    [InlineData("allow", "a/b * read")]
    [InlineData("keys", "id hash 2027-05-01T12:00:00.0000000+00:00 -")]
    [InlineData("keys", "id AAAA 2027-05-01T12:00:00.0000000+00:00 -")]
    [InlineData("keys", "id AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= today -")]
    [InlineData("keys", "id AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= 2027-05-01T12:00:00.0000000+00:00 soon")]
    public async Task A_row_that_cannot_be_read_lets_nobody_in(string cell, string text)
    {
        await ReplaceCellAsync(cell, text);
        var read = (await FindAsync("a"))!;
        Assert.Equal((0, 0), (read.Allow.Count, read.Keys.Count));
        Assert.Null(await store.FindByAppAsync(App, default));
        Assert.NotNull((await SaveAsync(Full("a"))).Saved);
    }

    [Fact]
    public async Task A_verb_of_a_later_release_is_passed_over()
    {
        await ReplaceCellAsync("allow", "a* * read,mint\n* b mint");
        var allow = (await FindAsync("a"))!.Allow;
        Assert.Equal([Verb.Read], allow[0].Verbs);
        Assert.Empty(allow[1].Verbs);
    }

    [Fact]
    public async Task The_last_uses_of_keys_are_told_apart_by_caller()
    {
        var uses = new KeyUseStore(tables);
        foreach (var caller in new[] { "a", "a.b", "a-b", "ab", "A" }) await uses.MarkAsync(caller, "k", Samples.Noon, default);
        await uses.MarkAsync("a", "l", Samples.Noon.AddHours(1), default);
        await uses.MarkAsync("a", "k", Samples.Noon.AddHours(2), default);
        Assert.Equal(6, (await uses.ReadAsync(null, default)).Count);
        var ofA = await uses.ReadAsync("a", default);
        Assert.Equal((2, Samples.Noon.AddHours(2)), (ofA.Count, ofA[("a", "k")]));

        await uses.RemoveAsync("a", key => key == "k", default);
        Assert.Equal([("a", "l")], (await uses.ReadAsync("a", default)).Keys);
        Assert.Equal(5, (await uses.ReadAsync(null, default)).Count);
    }

    private static Caller Full(string id) => new(id)
    {
        Comment = "例 1\nof two lines",
        Allow =
        [
            new CallerRule(NamePattern.Parse("we*")!, NamePattern.All, [Verb.Read, Verb.Flush]),
            new CallerRule(NamePattern.Parse("a@b")!, NamePattern.Parse("k-*")!, [Verb.Status, Verb.Input]),
            new CallerRule(NamePattern.All, NamePattern.All, [Verb.Admin]),
        ],
        Networks = [IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("2001:db8::/32")],
        RequestsPerSecond = 7,
        EntraAppId = App,
        EntraRole = "Tokens.Read:All%20!",
        Keys = [Key(id), Key(id) with { ExpiresAt = Samples.Noon.AddDays(1).AddTicks(7) }],
    };

    private static CallerKey Key(string id) => CallerKey.Of(ApiKey.Create(id), Samples.Noon, null);

    private static string Show(Caller? caller) => string.Join('\n',
        caller!.Id, caller.Comment, CallerLines.Write(caller.Allow), CallerLines.Write(caller.Keys), CallerLines.Write(caller.Networks),
        caller.RequestsPerSecond, caller.EntraAppId, caller.EntraRole, caller.Version, caller.CreatedAt, caller.UpdatedAt);

    private static Row EntraRow(string name, string caller, DateTimeOffset at) =>
        new Row(new RowKey("entra", name)).Set("v", 1L).Set("caller", caller).Set("claimed_at", at);

    private Task<CallerSaving> SaveAsync(Caller caller) => store.SaveAsync(caller, _ => true, default);

    private Task<Caller?> FindAsync(string id) => store.FindAsync(id, default);

    private async Task<List<string>> RowsAsync() =>
        await Table.ReadAllAsync(new RowQuery(), default).Select(r => $"{r.Key.Partition} {r.Key.Id}").ToListAsync();

    private async Task ReplaceCellAsync(string cell, string text)
    {
        await SaveAsync(Full("a"));
        var row = (await Table.GetAsync(new RowKey("caller", "a"), default))!;
        await Table.UpsertAsync(row.WithETag(null).Set(cell, text), default);
    }
}
