using System.Net;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Servers;
using Xunit;

namespace TokenFunctions.Testing.Accounts;

/// <summary>Which requests are sent, and which are not.</summary>
public abstract class RequestContract(AzuriteServer server) : IDisposable
{
    private static readonly RowKey Key = new("p", "r");
    private readonly ScriptedHandler network = new();
    private readonly string name = "asks" + string.Concat(Guid.NewGuid().ToByteArray().Select(b => (char)('a' + (b % 26))));

    private StoreAccess Access => new(server.ConnectionString);

    private ITable Sound => Open(Access).Open(name);

    private ITable Shaky => Open(Access with { Transport = network.Transport() }).Open(name);

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => network.Dispose();

    [NodeFact]
    public async Task A_plain_conflict_costs_no_second_request()
    {
        var etag = (await Sound.InsertAsync(New("a"), None)).ETag!;
        await Sound.ReplaceAsync(New("b"), etag, None);
        var shaky = Shaky;
        Assert.Equal(WriteOutcome.Changed, (await shaky.ReplaceAsync(New("c"), etag, None)).Outcome);
        Assert.Equal(WriteOutcome.Exists, (await shaky.InsertAsync(New("c"), None)).Outcome);
        Assert.Equal(2, network.Requests.Count);
    }

    [NodeFact]
    public async Task A_conflict_after_a_retried_write_is_a_plain_one()
    {
        await Sound.InsertAsync(New("a"), None);
        network.Answer(HttpStatusCode.ServiceUnavailable);
        var shaky = Shaky;
        await shaky.UpsertAsync(New("b"), None);
        Assert.Equal(WriteOutcome.Exists, (await shaky.InsertAsync(New("c"), None)).Outcome);
        Assert.Equal(3, network.Requests.Count);
    }

    [NodeFact]
    public async Task Reading_never_makes_a_table()
    {
        var shaky = Shaky;
        Assert.Null(await shaky.GetAsync(Key, None));
        Assert.Empty((await shaky.QueryAsync(new RowQuery(), null, None)).Rows);
        Assert.Equal(WriteOutcome.Missing, await shaky.DeleteAsync(Key, "W/\"1\"", None));
        Assert.DoesNotContain(network.Requests, r => r.RequestUri!.AbsolutePath.EndsWith("/Tables", StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task The_address_may_end_with_a_slash()
    {
        var tables = Open(new StoreAccess(DevelopmentAccount.ConnectionString(new Uri($"{server.Endpoint}/"))));
        await tables.Open(name).InsertAsync(New("a"), None);
        Assert.Equal("a", (await Sound.GetAsync(Key, None))!.Text("t"));
        Assert.Single((await tables.Open(name).QueryAsync(new RowQuery(), null, None)).Rows);
    }

    [NodeFact]
    public async Task Requests_carry_an_id_that_support_can_look_for()
    {
        await Shaky.GetAsync(Key, None);
        Assert.True(network.Requests[0].Headers.Contains("x-ms-client-request-id"));
    }

    protected abstract ITables Open(StoreAccess access);

    private static Row New(string text) => new Row(Key).Set("t", text);
}
