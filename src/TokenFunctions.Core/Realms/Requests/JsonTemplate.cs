using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A JSON value whose texts are templates; an expression alone keeps its type.</summary>
internal sealed class JsonTemplate
{
    /// <summary>The value as JSON, when it is a number, a boolean or null; else null.</summary>
    public string? Raw { get; init; }

    /// <summary>The text, when the value is one; else null.</summary>
    public Template? Text { get; init; }

    /// <summary>The members in order, when the value is an object; else null.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonTemplate>>? Members { get; init; }

    /// <summary>The items, when the value is an array; else null.</summary>
    public IReadOnlyList<JsonTemplate>? Items { get; init; }

    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields =>
        Parts.Where(part => part.Kind == TemplatePartKind.Field).Select(part => part.Text);

    /// <summary>The texts and expressions that it is made of.</summary>
    public IEnumerable<TemplatePart> Parts =>
        (Text?.Parts ?? [])
        .Concat((Members ?? []).SelectMany(member => member.Value.Parts))
        .Concat((Items ?? []).SelectMany(item => item.Parts));

    /// <summary>Whether there is nothing in it: a value is missing, the text is empty, or it is null.</summary>
    public bool IsEmpty(AttemptScope scope) =>
        Raw is "null"
        || Text?.Fill(scope) is ""
        || Parts.Any(part => !part.IsLiteral && scope.Of(part).IsAbsent);

    /// <summary>The value as text for one attempt: JSON of objects and arrays, empty for null.</summary>
    public string ToText(AttemptScope scope)
    {
        if (Text is not null) return Text.Fill(scope);
        return Raw is null ? Encoding.UTF8.GetString(JsonBytes.Write(json => Write(json, scope)))
            : Raw == "null" ? "" : Raw;
    }

    /// <summary>Writes the value for one attempt.</summary>
    public void Write(Utf8JsonWriter json, AttemptScope scope)
    {
        if (Text is not null) Text.Value(scope).Write(json);
        else if (Members is not null) WriteObject(json, scope, Members);
        else if (Items is not null) WriteArray(json, scope, Items);
        else json.WriteRawValue(Raw ?? "null");
    }

    /// <summary>Writes an object for one attempt.</summary>
    public static void WriteObject(
        Utf8JsonWriter json, AttemptScope scope, IEnumerable<KeyValuePair<string, JsonTemplate>> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            value.Write(json, scope);
        }
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, AttemptScope scope, IReadOnlyList<JsonTemplate> items)
    {
        json.WriteStartArray();
        foreach (var item in items) item.Write(json, scope);
        json.WriteEndArray();
    }
}
