using System.Net;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Servers;
using Xunit;

namespace TokenFunctions.Testing.Accounts;

/// <summary>Stores that cannot be reached or do not want us. Needs no store.</summary>
public abstract class StoreDownContract : IDisposable
{
    private static readonly RowKey Key = new("p", "r");
    private readonly ScriptedHandler network = new();

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task A_store_that_is_not_there_is_unavailable()
    {
        var tables = Open(new StoreAccess(Local(FreePort.Next())));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => tables.PingAsync(None));
        var table = tables.Open("tokens");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.InsertAsync(new Row(Key), None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.ReplaceAsync(new Row(Key), "x", None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.UpsertAsync(new Row(Key), None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.DeleteAsync(Key, "x", None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.QueryAsync(new RowQuery(), null, None));
    }

    [Fact]
    public async Task A_store_that_asks_for_more_patience_than_we_have_is_unavailable()
    {
        network.Answer(HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.FromHours(1));
        var table = Shaky(o => o with { TotalTimeout = TimeSpan.FromMilliseconds(200) });
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.GetAsync(Key, None));
    }

    [Fact]
    public async Task A_store_that_never_answers_is_unavailable()
    {
        network.Before(() => Task.Delay(Timeout.Infinite));
        var patience = TimeSpan.FromMinutes(5);
        var table = Shaky(o => o with { TryTimeout = TimeSpan.FromMilliseconds(100), MaxRetries = 0, TotalTimeout = patience });
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.GetAsync(Key, None).WaitAsync(patience / 10));
    }

    [Fact]
    public async Task A_caller_that_leaves_is_told_so()
    {
        network.Before(() => Task.Delay(Timeout.Infinite));
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Shaky(o => o).GetAsync(Key, leaving.Token));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "refused the credential (403 AuthenticationFailed)")]
    [InlineData(HttpStatusCode.Unauthorized, "refused the credential (401 AuthenticationFailed)")]
    [InlineData(HttpStatusCode.BadRequest, "refused the request (400 AuthenticationFailed)")]
    public async Task A_refusal_says_what_to_do_and_holds_no_key(HttpStatusCode status, string sentence)
    {
        network.Answer(status, """{"odata.error":{"code":"AuthenticationFailed","message":{"value":"The MAC signature 'c2ln' is wrong"}}}""");
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => Shaky(o => o).GetAsync(Key, None));
        Assert.Contains(sentence, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2ln", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(DevelopmentAccount.Key, e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"odata.error":{"code":403}}""")]
    [InlineData("""{"odata.error":{"code":{"value":"x"}}}""")]
    public async Task A_refusal_of_another_make_is_a_refusal_all_the_same(string body)
    {
        network.Answer(HttpStatusCode.Forbidden, body);
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => Shaky(o => o).GetAsync(Key, None));
        Assert.Contains("refused the credential (403)", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>hotel portal</html>")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public async Task An_answer_that_is_not_the_stores_is_no_row(string body)
    {
        network.Answer(HttpStatusCode.OK, body);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Shaky(o => o).GetAsync(Key, None));
        network.Answer(HttpStatusCode.OK, body);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Shaky(o => o).QueryAsync(new RowQuery(), null, None));
    }

    [Fact]
    public void An_address_without_key_needs_an_identity() =>
        Assert.Throws<ArgumentException>(() => Open(new StoreAccess("https://acc.table.core.windows.net")));

    protected abstract ITables Open(StoreAccess access);

    private static string Local(int port) => DevelopmentAccount.ConnectionString(new Uri($"http://127.0.0.1:{port}/{DevelopmentAccount.Name}"));

    private ITable Shaky(Func<StoreAccess, StoreAccess> change) =>
        Open(change(new StoreAccess(Local(9)) { Transport = network.Transport() })).Open("tokens");
}
