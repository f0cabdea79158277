using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Client.Tests.Homes;

/// <summary>An OAuth 2.0 token endpoint (RFC 6749 §4.4) that issues a new token with each call.</summary>
internal sealed class ProviderDouble : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private ProviderDouble(LoopbackServer server, Counts calls) => (this.server, Calls) = (server, calls);

    public Uri Address => server.Address;

    /// <summary>Where tokens are.</summary>
    public Uri Token => new(Address, "/token");

    /// <summary>What is to be opened for it.</summary>
    public string Allow => $"http://127.0.0.1:{Address.Port}";

    /// <summary>The bodies that it was sent.</summary>
    public Counts Calls { get; }

    public static async Task<ProviderDouble> StartAsync(int life = 3600)
    {
        var calls = new Counts();
        return new ProviderDouble(await LoopbackServer.StartAsync(context => AnswerAsync(context, calls, life)), calls);
    }

    /// <summary>The value of its nth token, from 1.</summary>
    public static string ValueOf(int number) => $"planted-issue-{number}";

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Counts calls, int life)
    {
        using var reader = new StreamReader(context.Request.Body);
        calls.Add(await reader.ReadToEndAsync());
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            $$"""{ "access_token": "{{ValueOf(calls.Number)}}", "token_type": "Bearer", "expires_in": {{life}} }""");
    }
}
