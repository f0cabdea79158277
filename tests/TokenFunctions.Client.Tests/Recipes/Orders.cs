using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Client.Health;
using TokenFunctions.Client.Registration;
using TokenFunctions.Tokens;

namespace Acme.Shop;

// OAuth 2.0 client credentials. The service has the realm "orders" of the preset generic-oauth2-client-
// credentials, which cannot know the API's host: it is said here, or in the realm's attach.hosts.
public sealed class Orders(HttpClient http)
{
    public static void Add(IServiceCollection services, Uri service, string apiKey)
    {
        services.AddTokenFunctions(o =>
        {
            o.Address = service;
            o.ApiKey = new SecretText(apiKey);
        });
        services.AddHttpClient<Orders>(client => client.BaseAddress = new Uri("https://api.example.com"))
            .AddToken("orders", "main", o => o.Hosts.Add("api.example.com"));
        services.AddHealthChecks().AddTokenFunctions();
    }

    public Task<string> PageAsync(int page) => http.GetStringAsync(new Uri($"/orders?page={page}", UriKind.Relative));
}
