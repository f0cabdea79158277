using TokenFunctions.Client.Attaching;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Recipes;

// Without dependency injection: one TokenClient for the program, and a TokenHandler for each HttpClient. The
// service has the realm "wecom" of the preset wecom-app, and its secret "crm".
public sealed class WeComDepartments(Uri service, string apiKey, HttpMessageHandler? network = null) : IDisposable
{
    private readonly TokenClient tokens = TokenClient.Connect(
        new TokenFunctionsOptions { Address = service, ApiKey = new SecretText(apiKey) });

    public async Task<string> ListAsync()
    {
        using var handler = new TokenHandler(tokens, "wecom", "crm")
        {
            InnerHandler = network ?? new SocketsHttpHandler(),
        };
        using var http = new HttpClient(handler);
        return await http.GetStringAsync(new Uri("https://qyapi.weixin.qq.com/cgi-bin/department/list"));
    }

    public void Dispose() => tokens.Dispose();
}
