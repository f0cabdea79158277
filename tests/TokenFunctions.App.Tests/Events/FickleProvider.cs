using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Events;

/// <summary>A provider that takes one secret, or fails.</summary>
internal sealed class FickleProvider(string secret) : IAsyncDisposable
{
    private LoopbackServer server = null!;
    private int calls;

    public Uri Address => server.Address;

    public int Calls => Volatile.Read(ref calls);

    public bool IsUnwell { get; set; }

    public static async Task<FickleProvider> StartAsync(string secret)
    {
        var provider = new FickleProvider(secret);
        provider.server = await LoopbackServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        var isRight = context.Request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"client:{secret}"))}";
        context.Response.StatusCode = IsUnwell ? 500 : isRight ? 200 : 401;
        return context.Response.WriteAsync(context.Response.StatusCode switch
        {
            200 => $$"""{"access_token":"{{Guid.NewGuid():N}}","expires_in":3600}""",
            401 => """{"error":"invalid_client"}""",
            _ => "{}",
        });
    }
}
