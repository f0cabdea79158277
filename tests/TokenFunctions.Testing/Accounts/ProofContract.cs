using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Servers;
using Xunit;

namespace TokenFunctions.Testing.Accounts;

/// <summary>What a real Table service says to keys and clocks that are wrong.</summary>
public abstract class ProofContract(AzuriteServer server)
{
    private static CancellationToken None => CancellationToken.None;

    [NodeFact]
    public async Task A_wrong_key_is_refused_and_not_shown()
    {
        var wrong = Convert.ToBase64String(new byte[64]);
        var connection = server.ConnectionString.Replace(DevelopmentAccount.Key, wrong, StringComparison.Ordinal);
        var tables = Open(new StoreAccess(connection));
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => tables.PingAsync(None));
        Assert.Contains("refused the credential", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SharedKey", e.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [NodeFact]
    public async Task A_signature_that_has_ended_is_refused_and_not_shown()
    {
        var signature = AccountSignature.Until(TimeProvider.System.GetUtcNow().AddHours(-1));
        var tables = Open(new StoreAccess($"TableEndpoint={server.Endpoint};SharedAccessSignature={signature}"));
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => tables.PingAsync(None));
        Assert.Contains("refused the credential", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sig=", e.ToString(), StringComparison.Ordinal);
    }

    [NodeTheory]
    [InlineData(-300)]
    [InlineData(-4)]
    [InlineData(7)]
    [InlineData(600)]
    public async Task Answers_set_the_store_clock(int secondsOff)
    {
        var clock = new StoreClock(new SkewedTime(TimeSpan.FromSeconds(secondsOff)));
        var tables = Open(new StoreAccess(server.ConnectionString) { Clock = clock });
        for (var i = 0; i < 5; i++) await tables.PingAsync(None);
        var off = clock.Now - TimeProvider.System.GetUtcNow();
        Assert.InRange(off.TotalSeconds, -1.5, 1.5);
    }

    [NodeFact]
    public async Task A_table_remembers_over_an_outage()
    {
        var own = new AzuriteServer();
        try
        {
            await own.InitializeAsync();
            await OutageAsync(own, Open(new StoreAccess(own.ConnectionString)).Open("tokens"));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    protected abstract ITables Open(StoreAccess access);

    private static async Task OutageAsync(AzuriteServer own, ITable table)
    {
        var key = new RowKey("p", "r");
        await table.InsertAsync(new Row(key).Set("t", "a"), None);
        await own.StopAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.GetAsync(key, None));
        await own.StartAsync();
        Assert.Equal("a", (await table.GetAsync(key, None))!.Text("t"));
    }
}
