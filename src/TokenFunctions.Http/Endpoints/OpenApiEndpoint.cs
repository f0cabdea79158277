using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.OpenApi;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Hands out the contract of the API.</summary>
internal static class OpenApiEndpoint
{
    private static readonly KeptDocument Document =
        new("application/json; charset=utf-8", () => OpenApiDocument.Write(RouteTable.Bindings));

    public static Task<Answer> Read(HttpContext context) => Document.ReadAsync(context);
}
