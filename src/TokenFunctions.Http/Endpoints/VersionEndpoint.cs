using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Storage.Formats;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tells which release runs, and beside which others it may.</summary>
internal sealed class VersionEndpoint(ServiceRole role)
{
    public Task<Answer> Read(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        return Task.FromResult<Answer>(fault.Problem is { } problem ? problem : Answer.Ok(Write));
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Product.Name);
        writer.WriteString("version", Product.Version);
        writer.WriteString("commit", Product.Commit);
        writer.WriteStartObject("row_format");
        writer.WriteStartArray("reads");
        foreach (var format in RowFormat.Read) writer.WriteNumberValue(format);
        writer.WriteEndArray();
        writer.WriteNumber("writes", RowFormat.Own);
        writer.WriteEndObject();
        writer.WriteString("role", role.Name);
        writer.WriteEndObject();
    }
}
