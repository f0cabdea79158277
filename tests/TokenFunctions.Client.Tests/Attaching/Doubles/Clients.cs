using TokenFunctions.Client.Attaching;

namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>Clients with a handler over a real socket.</summary>
internal static class Clients
{
    public static HttpClient Of(ITokenSource source, TokenHandlerOptions? options = null) =>
        new(new TokenHandler(source, "realm", "key", options) { InnerHandler = Sockets() });

    public static HttpClient For(ApiDouble api, ITokenSource source, Action<TokenHandlerOptions>? set = null)
    {
        var options = new TokenHandlerOptions { Hosts = [api.Entry] };
        set?.Invoke(options);
        var client = Of(source, options);
        client.BaseAddress = api.Address;
        return client;
    }

    public static SocketsHttpHandler Sockets() => new() { UseProxy = false, UseCookies = false };
}
