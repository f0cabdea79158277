using System.Globalization;
using System.Text.Json;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Endpoints;

namespace TokenFunctions.Http.OpenApi;

/// <summary>A method of a path in the contract.</summary>
internal static class OperationJson
{
    /// <summary>The place of a schema among the components.</summary>
    public static string Place(string schema) => $"#/components/schemas/{schema}";

    /// <summary>Writes it as a member of its path.</summary>
    public static void Write(Utf8JsonWriter writer, RouteBinding binding)
    {
        var (route, description) = (binding.Route, binding.Description);
        writer.WriteStartObject(route.Method.ToLowerInvariant());
        writer.WriteString("operationId", IdOf(route));
        writer.WriteStartArray("tags");
        writer.WriteStringValue(description.Tag);
        writer.WriteEndArray();
        writer.WriteString("summary", description.Summary);
        if (NeedOf(route.Need) is { } need) writer.WriteString("description", need);
        if (route.IsAnonymous) SecurityJson.WriteOptional(writer);
        WriteParameters(writer, route, description);
        WriteBody(writer, description);
        AnswersJson.Write(writer, route, description);
        writer.WriteEndObject();
    }

    // get /api/realm/{id} is getRealmById: stable, and a name in any language.
    private static string IdOf(ApiRoute route)
    {
        var parts = route.Template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var words = parts.Length == 0 ? ["root"] : parts.Skip(1).SelectMany(WordsOf);
        return string.Concat(words.Select(Capital).Prepend(route.Method.ToLowerInvariant()));
    }

    private static IEnumerable<string> WordsOf(string part) =>
        part.StartsWith('{') ? ["by", part.Trim('{', '}')] : part.Split('-', '.');

    private static string Capital(string word) =>
        string.Concat(word[..1].ToUpper(CultureInfo.InvariantCulture), word.AsSpan(1));

    private static string? NeedOf(Need need) => need.Scope switch
    {
        Scope.Service => $"Needs `{Verbs.NameOf(need.Verb)}` for all keys of all realms.",
        Scope.Realm => $"Needs `{Verbs.NameOf(need.Verb)}` for all keys of the realm.",
        Scope.Token => $"Needs `{Verbs.NameOf(need.Verb)}` for the key.",
        Scope.Named => $"Needs `{Verbs.NameOf(need.Verb)}` for what the request names; a list holds only that.",
        Scope.Anything => "Needs a key of any kind.",
        _ => null,
    };

    private static void WriteParameters(Utf8JsonWriter writer, ApiRoute route, RouteDescription description)
    {
        // Any route can answer with a problem, which has texts for people.
        IReadOnlyList<string> names = [.. PathParameters(route), .. description.Parameters, "AcceptLanguage"];
        writer.WriteStartArray("parameters");
        foreach (var name in names)
        {
            writer.WriteStartObject();
            writer.WriteString("$ref", $"#/components/parameters/{name}");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<string> PathParameters(ApiRoute route) => route.Template.Split('/')
        .Where(part => part.StartsWith('{'))
        .Select(part => $"Path{Capital(part.Trim('{', '}'))}");

    private static void WriteBody(Utf8JsonWriter writer, RouteDescription description)
    {
        if (description.Body is not { } schema) return;
        writer.WriteStartObject("requestBody");
        writer.WriteBoolean("required", !description.IsBodyOptional);
        writer.WriteStartObject("content");
        writer.WriteStartObject("application/json");
        writer.WriteStartObject("schema");
        writer.WriteString("$ref", Place(schema));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
