using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Testing.Vault;

/// <summary>Answers as a vault words them.</summary>
internal static class FakeVaultAnswer
{
    public static Task JsonAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    public static Task ErrorAsync(HttpContext context, int status, string code, string message, string? innerCode = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (innerCode is not null) error["innererror"] = new JsonObject { ["code"] = innerCode };
        return JsonAsync(context, status, new JsonObject { ["error"] = error });
    }
}
