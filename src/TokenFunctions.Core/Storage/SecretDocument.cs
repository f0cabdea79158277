using System.Buffers;
using System.Text;
using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>The form in which a secret's values lie in the vault: one JSON object of texts.</summary>
public static class SecretDocument
{
    /// <summary>The document of these fields.</summary>
    public static string Write(SecretFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var name in fields.Names) writer.WriteString(name, fields.Find(name)!.Reveal());
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The fields of a document. A text that is not a JSON object of texts, such as a foreign secret's bare
    /// value, is the one field <c>key_1</c>.</summary>
    public static SecretFields Read(string document)
    {
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        if (!TryRead(document, fields)) fields = new(StringComparer.Ordinal) { ["key_1"] = new SecretText(document) };
        return new SecretFields(fields);
    }

    private static bool TryRead(string document, Dictionary<string, SecretText> fields)
    {
        if (!document.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal)) return false;
        // A foreign value may merely begin with a brace.
        if (JsonText.TryParse(document) is not { ValueKind: JsonValueKind.Object } root) return false;
        foreach (var member in root.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String) return false;
            fields[member.Name] = new SecretText(member.Value.GetString()!);
        }

        return fields.Count > 0;
    }
}
