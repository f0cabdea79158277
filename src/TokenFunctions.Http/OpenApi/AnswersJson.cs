using System.Globalization;
using System.Text.Json;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.OpenApi;

/// <summary>The answers of a route in the contract: those of who is served, and the problems by status.</summary>
internal static class AnswersJson
{
    /// <summary>Writes them as the member <c>responses</c>.</summary>
    public static void Write(Utf8JsonWriter writer, ApiRoute route, RouteDescription description)
    {
        writer.WriteStartObject("responses");
        foreach (var answer in description.Answers) Write(writer, answer);
        var problems = RouteCodes.Of(route, description)
            .GroupBy(code => ProblemCodes.All[code].Status)
            .OrderBy(group => group.Key);
        foreach (var problem in problems) Write(writer, route, problem.Key, [.. problem]);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AnswerDescription answer)
    {
        writer.WriteStartObject(Number(answer.Status));
        writer.WriteString("description", answer.Says);
        if (answer.HasETag)
        {
            writer.WriteStartObject("headers");
            WriteHeader(writer, "ETag", "What the answer's content is known by.");
            writer.WriteEndObject();
        }

        if (answer.Schema is { } schema) WriteContent(writer, answer, schema);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, AnswerDescription answer, string schema)
    {
        writer.WriteStartObject("content");
        foreach (var mediaType in answer.OtherMediaTypes.Prepend(answer.MediaType))
        {
            StartSchema(writer, mediaType);
            if (answer.IsList) WriteList(writer, schema, answer.ListMembers);
            else writer.WriteString("$ref", OperationJson.Place(schema));
            EndSchema(writer);
        }

        writer.WriteEndObject();
    }

    // The one shape of all lists.
    private static void WriteList(
        Utf8JsonWriter writer, string schema, IReadOnlyDictionary<string, string> more) => writer.WriteRawMembers($$"""
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["data", "success"],
          "properties": {
            "data": {
              "type": "object",
              "additionalProperties": false,
              "required": ["list", "total"],
              "properties": {
                "list": { "type": "array", "items": { "$ref": "{{OperationJson.Place(schema)}}" } },
                "total": { "type": "integer" }{{string.Concat(more.Select(Member))}}
              }
            },
            "success": { "const": "ok" }
          }
        }
        """);

    private static string Member(KeyValuePair<string, string> member) =>
        $$"""
        , "{{member.Key}}": { "$ref": "{{OperationJson.Place(member.Value)}}" }
        """;

    private static void Write(Utf8JsonWriter writer, ApiRoute route, int status, IReadOnlyList<string> codes)
    {
        writer.WriteStartObject(Number(status));
        writer.WriteString("description", $"A problem: {string.Join(", ", codes.Select(code => $"`{code}`"))}.");
        writer.WriteStartObject("headers");
        WriteHeader(writer, "Content-Language", "What its texts for people are written in: en or zh-CN.");
        if (status is 429 or 503) WriteHeader(writer, "Retry-After", "In how many seconds asking again can help.");
        if (status is 401) WriteHeader(writer, "WWW-Authenticate", "Bearer.");
        writer.WriteEndObject();
        // An answer to HEAD has no body.
        if (!string.Equals(route.Method, "HEAD", StringComparison.Ordinal)) WriteProblem(writer, codes);
        writer.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter writer, IReadOnlyList<string> codes)
    {
        writer.WriteStartObject("content");
        StartSchema(writer, "application/problem+json");
        writer.WriteString("$ref", OperationJson.Place("Problem"));
        writer.WriteStartObject("properties");
        writer.WriteStartObject("code");
        writer.WriteStartArray("enum");
        foreach (var code in codes) writer.WriteStringValue(code);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        EndSchema(writer);
        writer.WriteEndObject();
    }

    private static void WriteHeader(Utf8JsonWriter writer, string name, string says)
    {
        writer.WriteStartObject(name);
        writer.WriteString("description", says);
        writer.WriteStartObject("schema");
        writer.WriteString("type", "string");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void StartSchema(Utf8JsonWriter writer, string mediaType)
    {
        writer.WriteStartObject(mediaType);
        writer.WriteStartObject("schema");
    }

    private static void EndSchema(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
