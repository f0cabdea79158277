using System.Net;
using System.Text;
using System.Text.Json;
using TokenFunctions.Host.Demo;
using TokenFunctions.Http.Tests;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The first system's documented commands against the real app, with the real realm engine.</summary>
[Collection("single apps")]
public sealed class SeedTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(SeedBodies.WeCom, "qywx_qynbkf")]
    [InlineData(SeedBodies.WeChat, "wxgzh")]
    public async Task The_realm_is_accepted_and_its_config_comes_back_as_it_was_sent(string body, string id)
    {
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));

        Assert.Equal(HttpStatusCode.Created, (await app.Api.PostAsync("/api/realm", body)).Status);

        var read = await app.Api.GetAsync($"/api/realm/{id}");
        using var sent = JsonDocument.Parse(body);
        Assert.Equal(sent.RootElement.GetProperty("config").GetRawText(), read.Json.GetProperty("config").GetRawText());
    }

    [Fact]
    public async Task The_secret_is_stored_and_a_token_is_got_by_a_body_on_GET()
    {
        await using var provider = await SampleProvider.StartAsync(
            new SampleProviderOptions { AppId = "******************", AppSecret = "******************" }, TimeProvider.System);
        await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path));
        var realm = SeedBodies.WeChat.Replace("https://api.weixin.qq.com", provider.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await app.Api.PostAsync("/api/realm", realm)).Status);
        var secret = await app.Api.PostAsync("/api/secret", SeedBodies.Secret);
        Assert.Equal(("wxgzh", "******"), (secret.Text("realm"), secret.Text("key_3")));

        var answer = await app.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/token")
        {
            Content = new StringContent("""{"realm":"wxgzh","key":"wxgzh_secret","flush":false}""", Encoding.UTF8, "application/json"),
        });

        Assert.Equal("upstream", answer.Source);
        Assert.InRange(answer.Json.GetProperty("expires_in").GetInt64(), 7_190_000, 7_200_000);
    }
}
