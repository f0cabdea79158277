using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tells which release runs.</summary>
internal static class VersionEndpoint
{
    private static readonly string Version = typeof(VersionEndpoint).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static Task<Answer> Read(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        return Task.FromResult<Answer>(fault.Problem is { } problem ? problem : Answer.Ok(w =>
        {
            w.WriteStartObject();
            w.WriteString("name", "TokenFunctions");
            w.WriteString("version", Version);
            w.WriteEndObject();
        }));
    }
}
