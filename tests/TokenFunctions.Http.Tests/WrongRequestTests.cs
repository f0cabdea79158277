using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.Languages;

namespace TokenFunctions.Http.Tests;

public sealed class WrongRequestTests : IAsyncLifetime
{
    private static readonly string[] Tables = ["realms", "secrets", "tokens", "vault", "callers"];
    private TestApp app = null!;
    private int[] before = [];

    public static TheoryData<string> Names => [.. WrongRequests.All.Keys];

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        Assert.Equal(201, (await app.PostAsync("/api/realm", """{"id":"there","config":{"url":"u"}}""")).Status);
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"there","key":"k","key_1":"v"}""")).Status);
        Assert.Equal(201, (await app.PostAsync("/api/caller", """{"id":"there","allow":[]}""")).Status);
        Assert.Equal(201, (await app.PostAsync("/api/caller/there/key", "")).Status);
        before = await CountAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wrong_request_is_refused_with_its_code_and_field(string name)
    {
        var wrong = WrongRequests.All[name];
        var reply = await RawHttp.SendAsync(app.Port, wrong.Bytes);
        Assert.Equal((wrong.Status, wrong.Code, wrong.Field), (reply.Status, reply.Code, reply.Field));
        Assert.Equal("application/problem+json; charset=utf-8", reply.Header("Content-Type"));
        Assert.Equal("no-store", reply.Header("Cache-Control"));
        Assert.Equal("nosniff", reply.Header("X-Content-Type-Options"));
        Assert.Equal(wrong.Status, reply.Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(reply.Text("detail")!);
        Assert.Equal(wrong.Status == 405, reply.Header("Allow") is not null);
        await AssertNothingHappenedAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task In_Chinese_it_is_refused_with_the_same_code_and_field(string name)
    {
        var wrong = WrongRequests.All[name];
        var reply = await RawHttp.SendAsync(app.Port, InChinese(wrong.Bytes));
        Assert.Equal((wrong.Status, wrong.Code, wrong.Field), (reply.Status, reply.Code, reply.Field));
        Assert.All([reply.Text("title")!, reply.Text("detail")!], text => Assert.Contains(text, c => c > '\u3400'));
        Assert.Null(EnglishLeft.In(reply.Text("detail")!));
        Assert.Equal(("zh-CN", "Accept-Language"), (reply.Header("Content-Language"), reply.Header("Vary")));
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task After_all_wrong_requests_in_one_process_nothing_is_stored_and_it_still_answers()
    {
        Assert.True(WrongRequests.All.Count >= 60);
        foreach (var wrong in WrongRequests.All.Values) await RawHttp.SendAsync(app.Port, wrong.Bytes);
        await AssertNothingHappenedAsync();
    }

    // The line of a request is its first; headers may follow in any order.
    private static byte[] InChinese(byte[] request)
    {
        var end = request.AsSpan().IndexOf("\r\n"u8) + 2;
        return [.. request[..end], .. "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n"u8, .. request[end..]];
    }

    private async Task AssertNothingHappenedAsync()
    {
        Assert.Equal(before, await CountAsync());
        Assert.Empty(app.Parts.Core.Asked);
        Assert.Empty(app.Parts.Front.Asked);
        Assert.Equal("""{"url":"u"}""", (await app.GetAsync("/api/realm/there")).Json.GetProperty("config").GetRawText());
        Assert.Equal(2, (await app.GetAsync("/api/caller/there")).Json.GetProperty("keys").GetArrayLength());
        Assert.DoesNotContain(app.Parts.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    private async Task<int[]> CountAsync() => await Task.WhenAll(Tables.Select(app.Parts.Tables.CountAsync));
}
