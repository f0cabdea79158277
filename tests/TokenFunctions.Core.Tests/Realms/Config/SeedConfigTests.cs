using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Config;

/// <summary>The two configs that the first system's users have.</summary>
public sealed class SeedConfigTests
{
    private const string WeCom = """
        {"url": "https://qyapi.weixin.qq.com/cgi-bin/gettoken", "method": "GET",
         "arguments": [{"name": "corpid", "place": "url", "value": "$key_1"}, {"name": "corpsecret", "place": "url", "value": "$key_2"}],
         "token_path": "access_token", "content_type": "json", "expires_in_path": "expires_in"}
        """;

    private const string WeChat = """
        {"url": "https://api.weixin.qq.com/cgi-bin/token", "method": "GET",
         "arguments": [{"name": "appid", "place": "url", "value": "$key_1"}, {"name": "secret", "place": "url", "value": "$key_2"},
                       {"name": "grant_type", "place": "url", "value": "$key_3"}],
         "token_path": "access_token", "content_type": "json", "expires_in_path": "expires_in"}
        """;

    private static readonly SecretFields Secret =
        Ask.Secret(("key_1", "ww1234567890abcdef"), ("key_2", "S3cret_-corp+secret/00=="), ("key_3", "client_credential"));

    [Fact]
    public async Task The_WeCom_config_builds_the_request_it_always_built()
    {
        var provider = CannedProvider.Answering("""{"errcode":0,"errmsg":"ok","access_token":"accesstoken000001","expires_in":7200}""");
        var answer = await Ask.Once(provider, WeCom, Secret);

        Assert.Equal(
            "https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1234567890abcdef&corpsecret=S3cret_-corp%2Bsecret%2F00%3D%3D",
            provider.Request!.RequestUri!.AbsoluteUri);
        Assert.Equal(HttpMethod.Get, provider.Request.Method);
        Assert.Null(provider.Body);
        Assert.Equal("application/json", provider.Header("Accept"));
        Assert.Equal("TokenFunctions/0.1.0", provider.Header("User-Agent"));
        Assert.Equal("accesstoken000001", answer.Token!.Value.Reveal());
        Assert.Equal(TimeSpan.FromHours(2), answer.Token.Life);
        Assert.Equal("Bearer", answer.Token.Type);
    }

    [Fact]
    public async Task The_WeChat_config_builds_the_request_it_always_built()
    {
        var provider = CannedProvider.Answering("""{"access_token":"ACCESS_TOKEN","expires_in":7200}""");
        var answer = await Ask.Once(provider, WeChat, Secret);

        Assert.Equal(
            "https://api.weixin.qq.com/cgi-bin/token?appid=ww1234567890abcdef&secret=S3cret_-corp%2Bsecret%2F00%3D%3D&grant_type=client_credential",
            provider.Request!.RequestUri!.AbsoluteUri);
        Assert.Equal("ACCESS_TOKEN", answer.Token!.Value.Reveal());
    }

    [Fact]
    public void A_seed_config_has_the_defaults_of_the_schema()
    {
        var plan = Ask.Compile(WeChat);

        Assert.Equal(["key_1", "key_2", "key_3"], plan.SecretFields);
        Assert.Equal(new RealmPolicy { Identity = plan.Policy.Identity }, plan.Policy);
        Assert.Equal(new AttachRule(), plan.Attach);
    }

    [Theory]
    [InlineData("""{"a.b":"literal-key-wins","a":{"b":"nested"},"ttl":60}""", "literal-key-wins")]
    [InlineData("""{"a":{"b":"nested"},"ttl":"60"}""", "nested")]
    public async Task An_argument_takes_the_place_of_a_pair_in_the_url_and_a_key_with_a_dot_wins(string body, string token)
    {
        var provider = CannedProvider.Answering(body);
        var answer = await Ask.Once(provider, """
            {"url": "https://api.example.com/token?v=1", "method": "POST", "arguments": [
              {"name": "X-App", "place": "header", "value": "$key_1"}, {"name": "secret", "place": "body", "value": "$key_2"},
              {"name": "v", "place": "url", "value": "2"}, {"name": "literal", "place": "body", "value": "plain"}],
             "token_path": "a.b", "content_type": "json", "expires_in_path": "ttl"}
            """, Ask.Secret(("key_1", "app"), ("key_2", "s")));

        Assert.Equal("https://api.example.com/token?v=2", provider.Request!.RequestUri!.AbsoluteUri);
        Assert.Equal("app", provider.Header("X-App"));
        Assert.Equal("""{"secret":"s","literal":"plain"}""", provider.Body);
        Assert.Equal("application/json", provider.ContentType);
        Assert.Equal(token, answer.Token!.Value.Reveal());
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Token.Life);
    }
}
