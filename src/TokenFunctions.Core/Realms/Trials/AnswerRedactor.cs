using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Makes a provider's answer fit to be shown: names and structure stay, values that are or may be credentials
/// do not.</summary>
internal sealed class AnswerRedactor(TrialMask mask)
{
    private const int MaxNested = 3;

    // In bytes; more than is shown of an answer.
    private const int MaxWritten = 32 * 1024;

    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Compact = new() { Encoder = Readable.Encoder };

    /// <summary>The answer's body.</summary>
    public string Body(AnswerBody body) => body.Root switch
    {
        { ValueKind: JsonValueKind.Object or JsonValueKind.Array } root => Json(root, Readable, false, 0),
        _ => Plain(body.Text),
    };

    /// <summary>A header's value.</summary>
    public string Header(string name, string value) =>
        TellingNames.IsTelling(name) ? SecretMask.Mark : Plain(value);

    private string Plain(string text) => UpstreamText.WithoutLongRuns(TellingPairs.Hide(mask.Apply(text)));

    private string Text(string text) => UpstreamText.WithoutLongRuns(mask.Apply(text));

    private string Json(JsonElement value, JsonWriterOptions options, bool isTelling, int nested)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options)) Write(writer, value, isTelling, nested);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, bool isTelling, int nested)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(writer, value, isTelling, nested);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray().TakeWhile(_ => HasRoom(writer)))
                    Write(writer, item, isTelling, nested);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Shown(value.GetString()!, isTelling, nested));
                break;
            case JsonValueKind.Number when isTelling || Text(value.GetRawText()) != value.GetRawText():
                writer.WriteStringValue(SecretMask.Mark);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private void WriteMembers(Utf8JsonWriter writer, JsonElement value, bool isTelling, int nested)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject().TakeWhile(_ => HasRoom(writer)))
        {
            writer.WritePropertyName(Text(member.Name));
            var tells = TellingNames.IsTelling(member.Name) || (isTelling && !TellingNames.IsHarmless(member.Name));
            Write(writer, member.Value, tells, nested);
        }

        writer.WriteEndObject();
    }

    private static bool HasRoom(Utf8JsonWriter writer) => writer.BytesCommitted + writer.BytesPending < MaxWritten;

    private string Shown(string text, bool isTelling, int nested)
    {
        if (isTelling) return text.Length == 0 ? "" : $"{SecretMask.Mark} ({text.Length} characters)";
        return nested < MaxNested && AnswerLeaves.Structure(text) is { } inner
            ? Json(inner, Compact, false, nested + 1)
            : Text(text);
    }
}
