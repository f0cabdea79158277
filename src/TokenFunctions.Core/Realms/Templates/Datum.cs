using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TokenFunctions.Realms.Templates;

/// <summary>A value that an expression stands for; alone in a JSON value it keeps its type. It may be a
/// secret.</summary>
internal readonly struct Datum
{
    private readonly string? text;
    private readonly JsonElement json;
    private readonly byte[]? bytes;

    private Datum(DatumKind kind, string? text, JsonElement json, byte[]? bytes) =>
        (Kind, this.text, this.json, this.bytes) = (kind, text, json, bytes);

    /// <summary>Its form.</summary>
    public DatumKind Kind { get; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsAbsent => Kind == DatumKind.Absent;

    /// <summary>Whether it is one text or number, as tokens and codes are.</summary>
    public bool IsScalar => Kind is DatumKind.Text or DatumKind.Number;

    /// <summary>As text: JSON for objects and arrays, empty when there is nothing.</summary>
    public string Text => Kind switch
    {
        DatumKind.Text or DatumKind.Number => text!,
        DatumKind.Json => json.GetRawText(),
        DatumKind.Bytes => Encoding.Latin1.GetString(bytes!),
        _ => "",
    };

    /// <summary>As bytes: UTF-8 of the text, or the bytes themselves.</summary>
    public byte[] Bytes => bytes ?? Encoding.UTF8.GetBytes(Text);

    /// <summary>A text.</summary>
    public static Datum Of(string text) => new(DatumKind.Text, text, default, null);

    /// <summary>A whole number.</summary>
    public static Datum Of(long number) =>
        new(DatumKind.Number, number.ToString(CultureInfo.InvariantCulture), default, null);

    /// <summary>Bytes.</summary>
    public static Datum Of(byte[] bytes) => new(DatumKind.Bytes, null, default, bytes);

    /// <summary>A JSON value; null is nothing.</summary>
    public static Datum Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => default,
        JsonValueKind.String => Of(value.GetString()!),
        JsonValueKind.Number => new(DatumKind.Number, value.GetRawText(), default, null),
        _ => new(DatumKind.Json, null, value, null),
    };

    /// <summary>Writes it as a JSON value; nothing is null.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (Kind == DatumKind.Absent) writer.WriteNullValue();
        else if (Kind == DatumKind.Number) writer.WriteRawValue(text!);
        else if (Kind == DatumKind.Json) json.WriteTo(writer);
        else writer.WriteStringValue(Text);
    }

    /// <summary>As a JSON value that stands by itself.</summary>
    public JsonElement ToJson()
    {
        if (Kind == DatumKind.Json) return json;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>The form, never the value.</summary>
    public override string ToString() => Kind.ToString();
}
