using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Client.Registration;

namespace Acme.Shop;

// A GitHub App without a service: the program signs the app's JWT, gets the installation's token and renews it.
// Tokens are in its memory.
public sealed class GitHubRepositories(HttpClient http)
{
    public static void Add(IServiceCollection services, string appId, string installationId, string privateKey)
    {
        services.AddEmbeddedTokenFunctions(o => o
            .AddPreset("github", "github-app-installation")
            .AddSecret(
                "github", "robot",
                ("app_id", appId), ("installation_id", installationId), ("private_key", privateKey)));
        services.AddHttpClient<GitHubRepositories>(client =>
            {
                client.BaseAddress = new Uri("https://api.github.com");
                client.DefaultRequestHeaders.UserAgent.ParseAdd("my-app");
            })
            .AddToken("github", "robot");
    }

    public Task<string> ListAsync() => http.GetStringAsync(new Uri("/installation/repositories", UriKind.Relative));
}
