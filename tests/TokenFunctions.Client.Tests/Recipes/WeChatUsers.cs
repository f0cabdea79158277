using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Client.Registration;
using TokenFunctions.Tokens;

namespace Acme.Shop;

// The service has the realm "wechat" of the preset wechat-official-account, and its secret "shop". The realm says
// that the token stands in the query as access_token, goes to api.weixin.qq.com only, and is dead at 40001, 40014
// and 42001.
public sealed class WeChatUsers(HttpClient http)
{
    public static void Add(IServiceCollection services, Uri service, string apiKey)
    {
        services.AddTokenFunctions(o =>
        {
            o.Address = service;
            o.ApiKey = new SecretText(apiKey);
            o.Prefetch.Add(new TokenKey("wechat", "shop"));
        });
        services.AddHttpClient<WeChatUsers>(client => client.BaseAddress = new Uri("https://api.weixin.qq.com"))
            .AddToken("wechat", "shop");
    }

    public Task<string> FollowersAsync() => http.GetStringAsync(new Uri("/cgi-bin/user/get", UriKind.Relative));
}
