using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Console.Tests.Scenes;

/// <summary>A provider with several accounts, the first part of the path, each with an act of its own.</summary>
internal sealed class StageProvider : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Act> acts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> tokens = new();
    private LoopbackServer server = null!;

    private StageProvider()
    {
    }

    public string Address => server.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>All that it ever issued.</summary>
    public IReadOnlyCollection<string> Tokens => tokens;

    public static async Task<StageProvider> StartAsync()
    {
        var provider = new StageProvider();
        provider.server = await LoopbackServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    /// <summary>From now on the account answers so.</summary>
    public void Play(string account, Act act) => acts[account] = act;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var act = acts.GetValueOrDefault(context.Request.Path.Value!.Split('/')[1]) ?? new Act();
        var form = await context.Request.ReadFormAsync();
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Answer(context.Response, act, form["client_secret"].ToString()));
    }

    private string Answer(HttpResponse response, Act act, string secret)
    {
        if (act.Refusal > 0) return Refuse(response, act.Refusal, "not_now", act.Said);
        if (act.Secret is not null && act.Secret != secret)
            return Refuse(response, StatusCodes.Status401Unauthorized, "invalid_client", act.Said);
        var token = $"stage-token-{Guid.NewGuid():N}";
        tokens.Enqueue(token);
        return $$"""{"access_token":"{{token}}","refresh_token":"next-{{Guid.NewGuid():N}}","expires_in":{{act.LifeSeconds}}}""";
    }

    private static string Refuse(HttpResponse response, int status, string code, string said)
    {
        response.StatusCode = status;
        return $$"""{"error":"{{code}}","error_description":{{JsonSerializer.Serialize(said)}}}""";
    }
}
