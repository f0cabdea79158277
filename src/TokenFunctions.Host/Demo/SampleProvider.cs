using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TokenFunctions.Host.Demo;

/// <summary>A provider on loopback that behaves as WeChat's token endpoint does: GET with query arguments, a new token
/// ends the old one after an overlap, errors come as <c>errcode</c> under HTTP 200.</summary>
/// <remarks>Codes and texts: developers.weixin.qq.com, "Get access token" and "Global return codes".</remarks>
public sealed class SampleProvider : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SampleProviderOptions options;
    private readonly SampleTokens tokens;
    private int calls;

    private SampleProvider(SampleProviderOptions options, TimeProvider time)
    {
        this.options = options;
        tokens = new SampleTokens(time, options.Life, options.Overlap);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, options.Port));
        builder.Services.AddRoutingCore();
        app = builder.Build();
        app.UseRouting();
        app.MapGet("/cgi-bin/token", AnswerTokenAsync);
        app.MapGet("/cgi-bin/getcallbackip", AnswerApiAsync);
        app.MapGet("/calls", c => WriteAsync(c, $$"""{"token":{{Calls}}}"""));
    }

    /// <summary>How many calls for a token came, refused ones included.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>The address, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Whether the token works now.</summary>
    public bool IsAlive(string token) => tokens.IsAlive(token);

    /// <summary>Starts the provider on 127.0.0.1.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SampleProvider> StartAsync(SampleProviderOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var provider = new SampleProvider(options, time);
        try
        {
            await provider.app.StartAsync();
        }
        catch (IOException)
        {
            await provider.DisposeAsync();
            throw;
        }

        var addresses = provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        provider.Address = addresses.Addresses.First();
        return provider;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerTokenAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        if (options.Delay > TimeSpan.Zero) await Task.Delay(options.Delay, context.RequestAborted);
        await WriteAsync(context, AnswerToken(context.Request.Query));
    }

    private string AnswerToken(IQueryCollection query)
    {
        if (query["grant_type"] != "client_credential") return """{"errcode":40002,"errmsg":"invalid grant_type"}""";
        if (query["appid"] != options.AppId) return """{"errcode":40013,"errmsg":"invalid appid"}""";
        if (query["secret"] != options.AppSecret) return """{"errcode":40125,"errmsg":"invalid appsecret"}""";
        return $$"""{"access_token":"{{tokens.Issue()}}","expires_in":{{tokens.LifeSeconds}}}""";
    }

    private Task AnswerApiAsync(HttpContext context) => WriteAsync(
        context,
        tokens.IsAlive(context.Request.Query["access_token"])
            ? """{"ip_list":["127.0.0.1"]}"""
            : """{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest"}""");

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
