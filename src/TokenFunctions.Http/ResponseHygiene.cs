using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http;

/// <summary>What every answer says to whoever might keep it or guess at it.</summary>
internal sealed class ResponseHygiene(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
