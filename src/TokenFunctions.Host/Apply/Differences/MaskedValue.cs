using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>JSON of a realm as it may be printed. A config can hold credentials as literals, so a text is shown only
/// where the schema has no place for one.</summary>
internal static class MaskedValue
{
    private const string Mask = "***";
    private const int MaxLength = 200;
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value in one line.</summary>
    /// <param name="path">The names of the members that lead to it.</param>
    /// <param name="value">The value; null = there is none.</param>
    public static string Of(IReadOnlyList<string> path, JsonElement? value)
    {
        if (value is not { } json) return "nothing";
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) Write(writer, path, json);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return text.Length > MaxLength ? text[..MaxLength] + "…" : text;
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<string> path, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, [.. path, member.Name], member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray()) Write(writer, path, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text(path, json.GetString()!));
                break;
            default:
                if (ShownMembers.HidesNumbers(path)) writer.WriteStringValue(Mask);
                else json.WriteTo(writer);
                break;
        }
    }

    private static string Text(IReadOnlyList<string> path, string text)
    {
        if (TemplateText.IsTemplate(text) || ShownMembers.ShowsTexts(path)) return text;
        return ShownMembers.IsAddress(path) ? AddressText.WithoutQuery(text) : Mask;
    }
}
