using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Fuzzing.Providing;

/// <summary>The provider of a run. Under <c>/well</c> it answers with a token; elsewhere the path tells in which other way,
/// always the same for the same path.</summary>
internal sealed class FuzzProvider : IAsyncDisposable
{
    private LoopbackServer server = null!;
    private int calls;

    private FuzzProvider()
    {
    }

    /// <summary>How many calls came.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>Its address and port.</summary>
    public string Authority => server.Address.Authority;

    public static async Task<FuzzProvider> StartAsync()
    {
        var provider = new FuzzProvider();
        provider.server = await LoopbackServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"{Planted.Token}-{Interlocked.Increment(ref calls)}");
        var path = context.Request.Path.Value ?? "";
        // Not string.GetHashCode, which differs in each process.
        var way = path.StartsWith("/well", StringComparison.Ordinal) ? 0 : path.Aggregate(7, (sum, c) => ((sum * 31) + c) & 0xffff) % 14;
        context.Response.ContentType = "application/json";
        context.Response.StatusCode = way switch { 6 => 400, 13 => 401, 7 => 429, 8 => 500, 9 => 302, _ => 200 };
        if (way == 7) context.Response.Headers.RetryAfter = "1";
        if (way == 9) context.Response.Headers.Location = "http://169.254.169.254/latest/meta-data/";
        return context.Response.Body.WriteAsync(Body(way, token), context.RequestAborted).AsTask();
    }

    private static byte[] Body(int way, string token) => way switch
    {
        1 => Encoding.UTF8.GetBytes($"<r><access_token>{token}</access_token><expires_in>60</expires_in></r>"),
        2 => Encoding.UTF8.GetBytes($"access_token={token}&expires_in=60"),
        3 => Encoding.UTF8.GetBytes(new string('[', 5000)),
        4 => [0xff, 0xfe, 0, 1, 2, 3],
        5 => Encoding.UTF8.GetBytes($"{{\"access_token\":\"{token}\",\"expires_in\":\"{new string('9', 400)}\"}}"),
        10 => Encoding.UTF8.GetBytes(new string(' ', 1_100_000)),
        11 => [],
        // Messages in GBK beside a token, and beside an error.
        12 => [.. Encoding.UTF8.GetBytes($"{{\"access_token\":\"{token}\",\"expires_in\":60,\"msg\":\""), 0xCE, 0xDE, .. "\"}"u8],
        13 => [.. "{\"error\":\"invalid_client\",\"error_description\":\""u8, 0xCE, 0xDE, .. "\",\"\\ud800\":1}"u8],
        _ => Encoding.UTF8.GetBytes(Json(token)),
    };

    private static string Json(string token) => $$"""
        {"access_token":"{{token}}","token":"{{token}}","tenant_access_token":"{{token}}","app_access_token":"{{token}}","suite_access_token":"{{token}}",
         "component_access_token":"{{token}}","refresh_token":"{{token}}-refresh","expires_in":7200,"expire":7200,"expires":7200,"errcode":0,"code":0,"token_type":"Bearer",
         "data":{"access_token":"{{token}}","token":"{{token}}","expires_in":7200},"result":{"access_token":"{{token}}","token":"{{token}}","expires_in":7200} }
        """;
}
