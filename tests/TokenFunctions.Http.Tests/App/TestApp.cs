using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Tests.OpenApi;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.App;

/// <summary>The API on a real Kestrel of loopback, over the memory store.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    public const string AdminKey = "admin-marker-5f1e";
    private readonly WebApplication app;

    private TestApp(WebApplication app, TestParts parts)
    {
        this.app = app;
        Parts = parts;
        Http = new HttpClient(new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false })) { BaseAddress = new Uri(app.Urls.Single()) };
        // Where there is no admin key, it would be a wrong one.
        if (app.Services.GetRequiredService<AccessRules>().AdminKey is not null) Http.DefaultRequestHeaders.Add("x-api-key", AdminKey);
    }

    public IServiceProvider Services => app.Services;

    public TestParts Parts { get; }

    /// <summary>A client that sends the admin key where there is one.</summary>
    public HttpClient Http { get; }

    public int Port => Http.BaseAddress!.Port;

    public static Task<TestApp> StartAsync(RealmCompile? compile = null, Action<KestrelServerOptions>? server = null) =>
        StartAsync(new AccessRules { AdminKey = new SecretText(AdminKey) }, compile, server);

    public static Task<TestApp> StartAsync(Action<TestParts> prepare) =>
        StartAsync(new AccessRules { AdminKey = new SecretText(AdminKey) }, prepare: prepare);

    /// <summary>The same behind a pipeline that is not the API's own.</summary>
    public static Task<TestApp> StartBehindFunctionsAsync(RealmCompile compile) =>
        StartAsync(new AccessRules { AdminKey = new SecretText(AdminKey) }, compile, behindFunctions: true);

    public static async Task<TestApp> StartAsync(
        AccessRules access,
        RealmCompile? compile = null,
        Action<KestrelServerOptions>? server = null,
        Action<TestParts>? prepare = null,
        bool behindFunctions = false)
    {
        var parts = new TestParts(compile ?? PlainCompiler.Compile);
        prepare?.Invoke(parts);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(parts.Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server ?? KestrelRules.Apply);
        parts.Register(builder.Services);
        builder.Services.AddTokenFunctionsHttp(access);
        var built = builder.Build();
        if (behindFunctions || ForeignServer.IsForAll) built.MapBehindFunctions();
        else built.MapTokenFunctions();
        await built.StartAsync();
        return new TestApp(built, parts);
    }

    public Task<Reply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Reply> DeleteAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));

    public Task<Reply> PostAsync(string path, string json) => SendAsync(Json(HttpMethod.Post, path, json));

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    public static HttpRequestMessage Json(HttpMethod method, string path, string json) => new(method, path)
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
