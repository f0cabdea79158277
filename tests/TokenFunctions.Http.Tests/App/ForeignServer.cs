using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace TokenFunctions.Http.Tests.App;

/// <summary>The API in a server whose pipeline and routes are not its own: as the .NET isolated worker's, which takes the
/// front's word for host, scheme and address, chooses a route of its own, and calls a function with the request.</summary>
internal static class ForeignServer
{
    /// <summary>Whether all tests use it: <c>BEHIND_FUNCTIONS=true dotnet test tests/TokenFunctions.Http.Tests</c>. Then
    /// nobody's word is taken for anything, because the guard of loopback, which no worker has, looks at what fronts
    /// write.</summary>
    public static bool IsForAll { get; } = Environment.GetEnvironmentVariable("BEHIND_FUNCTIONS") == "true";

    public static void MapBehindFunctions(this WebApplication app)
    {
        var api = new HttpApi(app.Services);
        if (!IsForAll) app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null });
        app.UseRouting();
        // A value of the same name as the API's own routes have: what is chosen here must not count there.
        app.Map("/{**id}", (RequestDelegate)(context => CallAsync(api, context)));
    }

    // From an execution context of its own, as the worker does, which is called by a message beside the request.
    private static Task CallAsync(HttpApi api, HttpContext context)
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(() => api.ServeAsync(context));
    }
}
