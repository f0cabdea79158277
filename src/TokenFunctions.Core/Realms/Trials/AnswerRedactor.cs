using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Makes a provider's answer fit to be shown: names and structure stay, values that are or may be credentials
/// do not.</summary>
internal sealed class AnswerRedactor(SecretMask mask)
{
    private static readonly string[] Telling =
    [
        "token", "secret", "password", "passwd", "ticket", "session", "assertion", "credential", "cookie", "signature",
    ];

    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer's body.</summary>
    public string Body(AnswerBody body)
    {
        if (body.Root is not { } root) return Text(body.Text);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) Write(writer, root, isTelling: false);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A header's value.</summary>
    public string Header(string name, string value) => IsTelling(name) ? SecretMask.Mark : Text(value);

    private string Text(string text) => UpstreamText.WithoutLongRuns(mask.Apply(text));

    private void Write(Utf8JsonWriter writer, JsonElement value, bool isTelling)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item, isTelling);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(isTelling ? Length(value.GetString()!) : Text(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private void WriteMembers(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            writer.WritePropertyName(Text(member.Name));
            Write(writer, member.Value, IsTelling(member.Name));
        }

        writer.WriteEndObject();
    }

    private static bool IsTelling(string name) =>
        !name.EndsWith("type", StringComparison.OrdinalIgnoreCase)
        && Telling.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Length(string text) =>
        text.Length == 0 ? "" : $"{SecretMask.Mark} ({text.Length} characters)";
}
