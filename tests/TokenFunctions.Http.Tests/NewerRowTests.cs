using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Formats;

namespace TokenFunctions.Http.Tests;

/// <summary>What a caller is told of a row that a release too far ahead has written.</summary>
public sealed class NewerRowTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        Assert.Equal(201, (await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""")).Status);
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""")).Status);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("realms", "/api/realm/r")]
    [InlineData("realms", "/api/realm")]
    [InlineData("secrets", "/api/secret/r/k")]
    [InlineData("tokens", "/api/status/r/k")]
    public async Task A_row_that_is_too_new_is_a_problem_that_says_so(string table, string path)
    {
        if (table == "tokens") await app.Parts.Tokens.TrySaveAsync(new TokenState(new("r", "k")) { Attempt = 1 }, CancellationToken.None);
        var row = Assert.Single(await app.Parts.Tables.RowsAsync(table));
        await app.Parts.Tables.Open(table).UpsertAsync(row.WithETag(null).Set("v", RowFormat.Own + 2), CancellationToken.None);

        var reply = await app.GetAsync(path);

        Assert.Equal((503, "store_unavailable"), (reply.Status, reply.Code));
        Assert.Contains("run a newer release", reply.Body, StringComparison.Ordinal);
    }
}
