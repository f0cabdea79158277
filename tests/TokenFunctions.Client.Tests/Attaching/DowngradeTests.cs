using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>No redirect leads from TLS to a plain connection, not even to a named host.</summary>
public sealed class DowngradeTests
{
    [Fact]
    public async Task A_redirect_from_https_to_http_is_given_to_the_caller()
    {
        await using var plain = await ApiDouble.StartAsync(new ApiAnswer(200));
        using var certificate = ThrowAwayCertificate.Create();
        var port = FreePort.Next();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
        await using var secure = builder.Build();
        var seen = new List<string>();
        secure.Run(context =>
        {
            seen.Add($"{context.Request.Path} {context.Request.Headers.Authorization}");
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = plain.Address.ToString();
            return Task.CompletedTask;
        });
        await secure.StartAsync();
        using var inner = ThrowAwayCertificate.HandlerTrusting(certificate);
        inner.UseProxy = false;
        var options = new TokenHandlerOptions { Hosts = [$"127.0.0.1:{port}", plain.Entry] };
        using var client = new HttpClient(new TokenHandler(new CountedSource(), "realm", "key", options) { InnerHandler = inner });

        using var response = await client.GetAsync(new Uri($"https://127.0.0.1:{port}/a"));

        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal(["/a Bearer t1"], seen);
        Assert.Empty(plain.Requests);
    }
}
