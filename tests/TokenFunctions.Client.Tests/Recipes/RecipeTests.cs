using System.Net;
using System.Security.Cryptography;
using Acme.Shop;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Client.Embedded;
using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Recipes;

/// <summary>The README's recipes, run as they stand there; doubles are where the providers and APIs would be.</summary>
public sealed class RecipeTests
{
    private const string Key = "planted-key";
    private readonly Counts asked = new();

    [Fact]
    public async Task WeChat()
    {
        await using var service = await ServiceDouble.StartAsync(Query("api.weixin.qq.com"));
        await using var services = Services(services => WeChatUsers.Add(services, service.Address, Key), service.Address);

        await services.GetRequiredService<WeChatUsers>().FollowersAsync();

        Assert.Equal(
            $"GET https://api.weixin.qq.com/cgi-bin/user/get?access_token={ServiceDouble.ValueOf("shop")}",
            Assert.Single(asked.All));
    }

    [Fact]
    public async Task WeCom()
    {
        await using var service = await ServiceDouble.StartAsync(Query("qyapi.weixin.qq.com"));
        using var network = new ToDouble(service.Address, asked);
        using var departments = new WeComDepartments(service.Address, Key, network);

        await departments.ListAsync();

        Assert.Equal(
            $"GET https://qyapi.weixin.qq.com/cgi-bin/department/list?access_token={ServiceDouble.ValueOf("crm")}",
            Assert.Single(asked.All));
    }

    [Fact]
    public async Task Client_credentials()
    {
        await using var service = await ServiceDouble.StartAsync();
        await using var services = Services(services => Orders.Add(services, service.Address, Key), service.Address);

        await services.GetRequiredService<Orders>().PageAsync(2);

        Assert.Equal(
            $"GET https://api.example.com/orders?page=2 Bearer {ServiceDouble.ValueOf("main")}", Assert.Single(asked.All));
    }

    [Fact]
    public async Task GitHub_app()
    {
        using var key = RSA.Create(2048);
        await using var github = await LoopbackServer.StartAsync(IssueInstallationTokenAsync);
        await using var services = Services(
            services =>
            {
                GitHubRepositories.Add(services, "12345", "678", key.ExportPkcs8PrivateKeyPem());
                services.PostConfigure<EmbeddedOptions>(o => Move(o, github.Address));
            },
            github.Address);

        await services.GetRequiredService<GitHubRepositories>().ListAsync();

        Assert.Equal(
            "GET https://api.github.com/installation/repositories Bearer planted-installation-token",
            Assert.Single(asked.All));
    }

    [Fact]
    public async Task Own_store()
    {
        using var folder = new TempFolder();
        await using var provider = await ProviderDouble.StartAsync();

        await using (var tokens = OwnStore.Open(folder.Path, provider.Token, "id", "planted-secret", provider.Allow))
            Assert.True((await tokens.GetAsync("orders", "main")).HasToken);
        await using (var tokens = OwnStore.Open(folder.Path, provider.Token, "id", "planted-secret", provider.Allow))
            Assert.Equal(ProviderDouble.ValueOf(1), (await tokens.GetAsync("orders", "main")).Token?.Value.Reveal());

        Assert.Equal(1, provider.Calls.Number);
    }

    [Fact]
    public async Task Raw_http2()
    {
        await using var api = await Http2Async();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false });
        var address = new Uri(api.Urls.Single());

        var answer = await new RawHttp2(new Newer(), http).GetAsync(address, CancellationToken.None);

        Assert.Equal("Bearer planted-2 by HTTP/2", answer);
    }

    private static string Query(string host) => $$"""
        { "place": "query", "name": "access_token", "prefix": "", "hosts": ["{{host}}"], "dead": [], "code_path": [] }
        """;

    private ServiceProvider Services(Action<IServiceCollection> add, Uri double_)
    {
        var services = new ServiceCollection();
        add(services);
        services.ConfigureHttpClientDefaults(
            client => client.ConfigurePrimaryHttpMessageHandler(() => new ToDouble(double_, asked)));
        return services.BuildServiceProvider();
    }

    // The realm as the recipe has it, but for the provider's address.
    private static void Move(EmbeddedOptions options, Uri github)
    {
        var config = $$"""{ "url": "{{github}}app/installations/{installation_id}/access_tokens" }""";
        var realm = options.Realms.Single();
        options.Realms[0] = new RealmDefinition(realm.Id, config) { Preset = realm.Preset };
        options.EgressAllow = $"http://127.0.0.1:{github.Port}";
    }

    private static Task IssueInstallationTokenAsync(HttpContext context)
    {
        if (context.Request.Path != "/app/installations/678/access_tokens") return Task.CompletedTask;
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            """{ "token": "planted-installation-token", "expires_at": "2099-01-01T00:00:00Z", "permissions": {} }""");
    }

    // Only what comes with the second generation is let in.
    private static async Task<WebApplication> Http2Async()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(context =>
        {
            var sent = context.Request.Headers.Authorization.ToString();
            if (!sent.EndsWith('2')) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return context.Response.WriteAsync($"{sent} by {context.Request.Protocol}");
        });
        await app.StartAsync();
        return app;
    }

    private sealed class Newer : ITokenSource
    {
        public ValueTask<TokenResult> GetAsync(TokenRequest request, CancellationToken cancellationToken)
        {
            var generation = (request.Invalid ?? 0) + 1;
            return new(HomeDouble.Living(
                request.Key, TimeProvider.System.GetUtcNow(), generation, $"planted-{generation}"));
        }
    }
}
