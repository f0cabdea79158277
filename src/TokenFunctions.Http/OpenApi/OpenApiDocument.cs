using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TokenFunctions.Http.Endpoints;

namespace TokenFunctions.Http.OpenApi;

/// <summary>The contract of the API, by OpenAPI 3.1, made of the routes' own descriptions.</summary>
internal static class OpenApiDocument
{
    private const string About =
        "Hands out access tokens of third-party APIs. Errors are problems (RFC 9457) with a stable `code`. Unknown"
        + " members and parameters are refused. What the web server refuses before a request is whole (too long a head,"
        + " too many connections) has a status and no body.";

    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document of these routes.</summary>
    public static string Write(IReadOnlyList<RouteBinding> routes)
    {
        var buffer = new ArrayBufferWriter<byte>(256 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Readable)) Write(writer, routes);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<RouteBinding> routes)
    {
        writer.WriteStartObject();
        writer.WriteString("openapi", "3.1.0");
        writer.WriteStartObject("info");
        writer.WriteString("title", "TokenFunctions");
        writer.WriteString("version", Product.Version);
        writer.WriteString("description", About);
        writer.WriteStartObject("license");
        writer.WriteString("name", "MIT");
        writer.WriteString("identifier", "MIT");
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteServers(writer);
        SecurityJson.WriteOfAll(writer);
        WriteTags(writer, routes);
        WritePaths(writer, routes);
        ComponentsJson.Write(writer);
        writer.WriteEndObject();
    }

    // Where the document came from: its address is under /api.
    private static void WriteServers(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("servers");
        writer.WriteStartObject();
        writer.WriteString("url", "/");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteTags(Utf8JsonWriter writer, IReadOnlyList<RouteBinding> routes)
    {
        writer.WriteStartArray("tags");
        foreach (var tag in routes.Select(route => route.Description.Tag).Distinct(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("name", tag);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePaths(Utf8JsonWriter writer, IReadOnlyList<RouteBinding> routes)
    {
        writer.WriteStartObject("paths");
        foreach (var path in routes.GroupBy(route => route.Route.Template, StringComparer.Ordinal))
        {
            writer.WriteStartObject(path.Key);
            foreach (var route in path) OperationJson.Write(writer, route);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
