using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Client;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Registration;
using TokenFunctions.Tokens;

namespace TokenFunctions.App.Tests.Readme;

/// <summary>The README's lines for a program, word for word.</summary>
internal static class ClientUse
{
    public static HttpClient Make(IServiceCollection services, SecretText apiKey)
    {
        // With dependency injection.
        services.AddTokenFunctions(o =>
        {
            o.Address = new Uri("https://tokens.example.com");
            o.ApiKey = apiKey;
        });
        services.AddHttpClient("wecom").AddToken("wecom", "crm");

        // Without it: one client for the program, a handler for each HttpClient.
        var tokens = TokenClient.Connect(new() { Address = new Uri("https://tokens.example.com"), ApiKey = apiKey });
        var http = new HttpClient(new TokenHandler(tokens, "wecom", "crm") { InnerHandler = new SocketsHttpHandler() });
        return http;
    }
}
