using TokenFunctions.Client;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Tokens;

namespace Acme.Shop;

// Without dependency injection: one TokenClient for the program, and a TokenHandler for each HttpClient. The
// service has the realm "wecom" of the preset wecom-app, and its secret "crm".
public sealed class WeComDepartments : IDisposable
{
    private readonly TokenClient tokens;
    private readonly HttpClient http;

    public WeComDepartments(Uri service, string apiKey, HttpMessageHandler? network = null)
    {
        tokens = TokenClient.Connect(
            new TokenFunctionsOptions { Address = service, ApiKey = new SecretText(apiKey) });
        http = new HttpClient(new TokenHandler(tokens, "wecom", "crm")
        {
            InnerHandler = network ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) },
        });
    }

    public Task<string> ListAsync() =>
        http.GetStringAsync(new Uri("https://qyapi.weixin.qq.com/cgi-bin/department/list"));

    public void Dispose()
    {
        http.Dispose();
        tokens.Dispose();
    }
}
