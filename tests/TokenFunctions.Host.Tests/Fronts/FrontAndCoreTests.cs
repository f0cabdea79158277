using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Hosting.Composition;
using TokenFunctions.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Host.Tests.Fronts;

/// <summary>What a whole front and a whole core cost each other, counted at the core's store.</summary>
public sealed class FrontAndCoreTests : IAsyncLifetime
{
    private readonly CountedTables tables = new();
    private LoopbackServer provider = null!;
    private WebApplication core = null!;

    public async Task InitializeAsync()
    {
        provider = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"t":"planted-token","e":7200}""");
        });
        var builder = WebApplication.CreateSlimBuilder();
        // Checked at each request: what a check costs is what is looked at.
        var settings = Given.Read(
            ("TokenFunctions__Storage", "memory"), ("TokenFunctions__Egress__Allow", "http://127.0.0.1"), ("TokenFunctions__Times__RevalidateMaxMs", "0"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStores(settings).AddSingleton<ITables>(tables).AddCore(settings, new AccessRules { RequireLoopbackGuard = true });
        core = builder.Build();
        core.MapTokenFunctions();
        await core.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(core.Urls.Single()) };
        await PostAsync(http, "/api/realm", $$"""{"id":"r","config":{"url":"{{provider.Address}}","token_path":"t","expires_in_path":"e"} }""");
        await PostAsync(http, "/api/secret", """{"realm":"r","key":"k","fields":{"x":"y"}}""");
    }

    public async Task DisposeAsync()
    {
        await core.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task An_unchanged_token_costs_the_core_one_row_read_and_no_write()
    {
        await using var front = await StartFrontAsync();
        using var http = new HttpClient { BaseAddress = new Uri(front.Urls.Single()) };
        var first = await http.GetStringAsync(new Uri("/api/cache/token?realm=r&key=k", UriKind.Relative));
        Assert.Contains("planted-token", first, StringComparison.Ordinal);
        var before = tables.Operations.Count;

        for (var i = 0; i < 5; i++) await http.GetStringAsync(new Uri("/api/cache/token?realm=r&key=k", UriKind.Relative));

        Assert.Equal(Enumerable.Repeat("tokens get", 5), tables.Operations.Skip(before));
    }

    [Fact]
    public async Task What_is_the_cores_is_answered_with_where_it_is()
    {
        await using var front = await StartFrontAsync();
        using var http = new HttpClient { BaseAddress = new Uri(front.Urls.Single()) };
        using var answer = await http.GetAsync(new Uri("/api/realm", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("core_only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<WebApplication> StartFrontAsync()
    {
        var front = WebApplication.CreateSlimBuilder().Build(Given.Read(
            ("TokenFunctions__Storage", "memory"), ("TokenFunctions__Core__Url", core.Urls.Single()), ("ASPNETCORE_URLS", "http://127.0.0.1:0")));
        await front.StartAsync();
        return front;
    }

    private static async Task PostAsync(HttpClient http, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
