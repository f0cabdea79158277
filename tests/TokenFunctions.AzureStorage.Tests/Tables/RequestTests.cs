using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.AzureStorage.Tests.Tables;

/// <summary>Which requests are sent, and which are not.</summary>
[Collection(OneAzurite.Name)]
[Against("Azurite")]
public sealed class RequestTests(AzuriteServer server) : IDisposable
{
    private static readonly RowKey Key = new("p", "r");
    private readonly ScriptedHandler network = new();
    private readonly string name = "asks" + string.Concat(Guid.NewGuid().ToByteArray().Select(b => (char)('a' + (b % 26))));

    private ITable Sound => Stores.Open(Stores.Options(server)).Open(name);

    private ITable Shaky => Stores.Open(Stores.Options(server, network.Transport())).Open(name);

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
    public async Task Reading_never_makes_a_table()
    {
        var shaky = Shaky;
        Assert.Null(await shaky.GetAsync(Key, None));
        Assert.Empty((await shaky.QueryAsync(new RowQuery(), null, None)).Rows);
        Assert.Equal(WriteOutcome.Missing, await shaky.DeleteAsync(Key, "W/\"1\"", None));
        Assert.DoesNotContain(network.Requests, r => r.RequestUri!.AbsolutePath.EndsWith("/Tables", StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task Requests_carry_an_id_that_support_can_look_for()
    {
        await Shaky.GetAsync(Key, None);
        Assert.True(network.Requests[0].Headers.Contains("x-ms-client-request-id"));
    }

    private static Row New(string text) => new Row(Key).Set("t", text);
}
