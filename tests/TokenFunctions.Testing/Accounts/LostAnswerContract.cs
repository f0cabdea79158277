using System.Net;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Servers;
using Xunit;

namespace TokenFunctions.Testing.Accounts;

/// <summary>Writes whose answers are lost, and stores that stumble.</summary>
public abstract class LostAnswerContract(AzuriteServer server) : IDisposable
{
    private static readonly RowKey Key = new("p", "r");
    private readonly ScriptedHandler network = new();
    private readonly string name = "lost" + string.Concat(Guid.NewGuid().ToByteArray().Select(b => (char)('a' + (b % 26))));

    private StoreAccess Access => new(server.ConnectionString);

    private ITable Sound => Open(Access).Open(name);

    private ITable Shaky => Open(Access with { Transport = network.Transport() }).Open(name);

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => network.Dispose();

    [NodeFact]
    public async Task A_store_that_stumbles_twice_is_asked_again()
    {
        await Sound.InsertAsync(New("a"), None);
        network.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("a", (await Shaky.GetAsync(Key, None))!.Text("t"));
        Assert.Equal(3, network.Requests.Count);
    }

    [NodeTheory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task Every_passing_failure_is_asked_again(HttpStatusCode status)
    {
        network.Answer(status);
        Assert.Null(await Shaky.GetAsync(Key, None));
        Assert.Equal(2, network.Requests.Count);
    }

    [NodeFact]
    public async Task An_insert_whose_answer_was_lost_counts_as_written()
    {
        await MakeTableAsync();
        network.LoseAnswer();
        var result = await Shaky.InsertAsync(New("a"), None);
        Assert.True(result.Written);
        Assert.Equal((await Sound.GetAsync(Key, None))!.ETag, result.ETag);
    }

    [NodeFact]
    public async Task A_replace_whose_answer_was_lost_counts_as_written()
    {
        var etag = (await Sound.InsertAsync(New("a"), None)).ETag!;
        network.LoseAnswer();
        var result = await Shaky.ReplaceAsync(New("b"), etag, None);
        Assert.True(result.Written);
        var row = await Sound.GetAsync(Key, None);
        Assert.Equal((result.ETag, "b"), (row!.ETag, row.Text("t")));
    }

    [NodeFact]
    public async Task An_upsert_whose_answer_was_lost_is_written()
    {
        await MakeTableAsync();
        network.LoseAnswer();
        var etag = await Shaky.UpsertAsync(New("a"), None);
        Assert.Equal(etag, (await Sound.GetAsync(Key, None))!.ETag);
    }

    [NodeFact]
    public async Task A_delete_whose_answer_was_lost_counts_as_written()
    {
        var etag = (await Sound.InsertAsync(New("a"), None)).ETag!;
        network.LoseAnswer();
        Assert.Equal(WriteOutcome.Written, await Shaky.DeleteAsync(Key, etag, None));
        Assert.Null(await Sound.GetAsync(Key, None));
    }

    [NodeFact]
    public async Task A_retried_insert_does_not_take_another_writers_row_for_its_own()
    {
        await MakeTableAsync();
        network.Answer(HttpStatusCode.ServiceUnavailable).Before(() => Sound.InsertAsync(New("theirs"), None));
        Assert.Equal(WriteOutcome.Exists, (await Shaky.InsertAsync(New("ours"), None)).Outcome);
        Assert.Equal("theirs", (await Sound.GetAsync(Key, None))!.Text("t"));
    }

    [NodeFact]
    public async Task A_retried_replace_does_not_take_another_writers_row_for_its_own()
    {
        var etag = (await Sound.InsertAsync(New("a"), None)).ETag!;
        network.Answer(HttpStatusCode.ServiceUnavailable).Before(() => Sound.ReplaceAsync(New("theirs"), etag, None));
        Assert.Equal(WriteOutcome.Changed, (await Shaky.ReplaceAsync(New("ours"), etag, None)).Outcome);
        Assert.Equal("theirs", (await Sound.GetAsync(Key, None))!.Text("t"));
    }

    [NodeFact]
    public async Task A_retried_delete_leaves_a_changed_row()
    {
        var etag = (await Sound.InsertAsync(New("a"), None)).ETag!;
        network.Answer(HttpStatusCode.ServiceUnavailable).Before(() => Sound.ReplaceAsync(New("theirs"), etag, None));
        Assert.Equal(WriteOutcome.Changed, await Shaky.DeleteAsync(Key, etag, None));
    }

    protected abstract ITables Open(StoreAccess access);

    private Task<WriteResult> MakeTableAsync() => Sound.InsertAsync(new Row(new RowKey("other", "row")), None);

    private static Row New(string text) => new Row(Key).Set("t", text);
}
