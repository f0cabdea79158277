using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Providers;

/// <summary>A double of the endpoint from which App Service gives an app its managed identity's tokens.</summary>
/// <remarks>learn.microsoft.com, "Managed identities for App Service and Azure Functions", REST endpoint reference.</remarks>
internal sealed class IdentityEndpoint : IAsyncDisposable
{
    private const string Header = "identity-header-of-the-double";
    private readonly ConcurrentQueue<string> resources = new();
    private LoopbackServer server = null!;

    private IdentityEndpoint()
    {
    }

    /// <summary>For what the app asked tokens.</summary>
    public IReadOnlyCollection<string> Resources => resources;

    /// <summary>What the platform tells the app of the endpoint.</summary>
    public (string Name, string? Value)[] Variables =>
    [
        ("IDENTITY_ENDPOINT", new Uri(server.Address, "msi/token").AbsoluteUri),
        ("IDENTITY_HEADER", Header),
    ];

    public static async Task<IdentityEndpoint> StartAsync(string token)
    {
        var endpoint = new IdentityEndpoint();
        endpoint.server = await LoopbackServer.StartAsync(context => endpoint.AnswerAsync(context, token));
        return endpoint;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context, string token)
    {
        if (context.Request.Headers["X-IDENTITY-HEADER"] != Header)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var resource = context.Request.Query["resource"].ToString();
        resources.Enqueue(resource);
        var end = TimeProvider.System.GetUtcNow().AddHours(8).ToUnixTimeSeconds();
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            $$"""{"access_token":"{{token}}","expires_on":"{{end}}","resource":"{{resource}}","token_type":"Bearer"}""");
    }
}
