using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests;

public sealed class SealingTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Before_the_first_pass_the_keys_are_shown_and_no_pass()
    {
        var reply = await app.GetAsync("/api/sealing");

        Assert.Equal(200, reply.Status);
        Assert.Equal("""{"active_key":"test","keys":[{"id":"test","role":"active","seen":null}],"pass":null}""", reply.Body);
    }

    [Fact]
    public async Task A_pass_runs_behind_the_answer_and_its_end_is_shown()
    {
        await SaveSecretAsync();

        var begun = await app.PostAsync("/api/sealing/reseal", "{}");

        Assert.Equal((202, "test"), (begun.Status, begun.Text("active_key")));
        await Eventually.HoldsAsync(async () => State(await app.GetAsync("/api/sealing")) == "done", "The pass has ended");
        var done = await app.GetAsync("/api/sealing");
        Assert.Equal("""[{"id":"test","role":"active","seen":1}]""", done.Json.GetProperty("keys").GetRawText());
        var pass = done.Json.GetProperty("pass");
        Assert.Equal(
            """[{"table":"tokens","state":"done","rows":0},{"table":"inputs","state":"done","rows":0},{"table":"vault","state":"done","rows":1}]""",
            pass.GetProperty("tables").GetRawText());
        Assert.Equal((0, 1, 0, 0, "[]"), (Number("resealed"), Number("unchanged"), Number("conflicts"), Number("broken"), pass.GetProperty("broken_values").GetRawText()));

        int Number(string name) => pass.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_key_that_is_not_among_the_keys_is_shown_with_what_lies_under_it()
    {
        await SaveSecretAsync();
        await RenameKeyAsync();
        await app.PostAsync("/api/sealing/reseal", "{}");
        await Eventually.HoldsAsync(async () => State(await app.GetAsync("/api/sealing")) == "done", "The pass has ended");

        var done = await app.GetAsync("/api/sealing");

        Assert.Equal("""{"id":"gone","role":"unknown","seen":1}""", done.Json.GetProperty("keys")[1].GetRawText());
        Assert.Equal(
            """[{"table":"vault","cell":"document","realm":"r","key":"k","fault":"changed"}]""",
            done.Json.GetProperty("pass").GetProperty("broken_values").GetRawText());
    }

    [Fact]
    public async Task To_stop_what_does_not_run_changes_nothing()
    {
        var reply = await app.PostAsync("/api/sealing/reseal", """{"stop":true}""");

        Assert.Equal((200, "null"), (reply.Status, reply.Json.GetProperty("pass").GetRawText()));
    }

    [Fact]
    public async Task Both_are_written_down()
    {
        await app.PostAsync("/api/sealing/reseal", "{}");
        await app.PostAsync("/api/sealing/reseal", """{"stop":true}""");

        var entries = new List<string>();
        await foreach (var row in app.Parts.Tables.Open("audit").ReadAllAsync(new RowQuery(), CancellationToken.None))
            entries.Add($"{row.Text("action")} {row.Text("result")}");
        Assert.Equal(["sealing.reseal done", "sealing.stop done"], entries.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/api/sealing")]
    [InlineData("POST", "/api/sealing/reseal")]
    public async Task Without_a_key_nothing_is_told_and_nothing_begins(string method, string path)
    {
        app.Http.DefaultRequestHeaders.Remove("x-api-key");

        var reply = await app.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(401, reply.Status);
        Assert.Equal(0, await app.Parts.Tables.CountAsync("sealing"));
    }

    private static string? State(Reply reply) => reply.Json.GetProperty("pass").GetProperty("state").GetString();

    private async Task SaveSecretAsync()
    {
        Assert.Equal(201, (await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""")).Status);
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""")).Status);
    }

    // The ids have the same length, so that the value still opens: it is the name that was changed.
    private async Task RenameKeyAsync()
    {
        var vault = app.Parts.Tables.Open("vault");
        var row = await vault.ReadAllAsync(new RowQuery(), CancellationToken.None).FirstAsync();
        var box = row.Bytes("document")!;
        "gone"u8.CopyTo(box.AsSpan(2));
        await vault.UpsertAsync(row.WithETag(null).Set("document", box), CancellationToken.None);
    }
}
