using System.Text.Json;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

/// <summary>The first system's documented calls work as they stand.</summary>
public sealed class SeedTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync(RealmCompiler.Compile);

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData(SeedBodies.WeCom, "qywx_qynbkf")]
    [InlineData(SeedBodies.WeChat, "wxgzh")]
    public async Task A_realm_is_made_and_its_config_comes_back_byte_for_byte(string body, string id)
    {
        Assert.Equal(201, (await app.PostAsync("/api/realm", body)).Status);
        var read = await app.GetAsync($"/api/realm/{id}");
        Assert.Equal(200, read.Status);
        Assert.Equal(JsonElement.Parse(body).GetProperty("config").GetRawText(), read.Json.GetProperty("config").GetRawText());
        var list = (await app.GetAsync("/api/realm")).Json;
        Assert.Equal("ok", list.GetProperty("success").GetString());
        Assert.Equal(1, list.GetProperty("data").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_secret_is_made_and_answered_flat()
    {
        await app.PostAsync("/api/realm", SeedBodies.WeChat);
        var made = await app.PostAsync("/api/secret", SeedBodies.Secret);
        Assert.Equal(200, made.Status);
        Assert.Equal(
            ("wxgzh", "wxgzh_secret", "******", "******", "******"),
            (made.Text("realm"), made.Text("key"), made.Text("key_1"), made.Text("key_2"), made.Text("key_3")));
    }

    [Fact]
    public async Task A_token_is_got_by_GET_with_a_body()
    {
        app.Parts.Core.Answer = request => TokenResult.Of(Samples.Token(request.Key) with { ExpiresAt = Samples.Noon.AddHours(2) });
        var reply = await app.SendAsync(TestApp.Json(
            HttpMethod.Get, "/api/token", """{ "realm": "wxgzh", "key": "wxgzh_secret", "flush": false }"""));
        Assert.Equal(("***", 7_200_000), (reply.Text("token"), reply.Json.GetProperty("expires_in").GetInt64()));
        Assert.Equal(new TokenKey("wxgzh", "wxgzh_secret"), Assert.Single(app.Parts.Core.Asked).Key);
    }
}
