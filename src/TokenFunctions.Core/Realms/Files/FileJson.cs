using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace TokenFunctions.Realms.Files;

/// <summary>Reads a file by the rules that the service has for a body, so that both understand the same.</summary>
internal static class FileJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The file's JSON; null = it has none, and the faults say why.</summary>
    public static JsonElement? Read(string path, FileFaults faults)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>The JSON of <paramref name="bytes"/>; null = there is none, and the faults say why.</summary>
    public static JsonElement? Parse(ReadOnlySpan<byte> bytes, FileFaults faults)
    {
        // Some editors begin a file with a byte order mark (RFC 8259 §8.1 lets a reader pass over it).
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            if (!Utf8.IsValid(bytes)) faults.Add("holds bytes that are not UTF-8");
            else if (!HasWholeEscapes(bytes)) faults.Add("has an escape that is no character");
            else return JsonElement.Parse(bytes, Strict);
        }
        catch (JsonException e) when (e.LineNumber is { } line)
        {
            var column = (e.BytePositionInLine ?? 0) + 1;
            faults.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"is not usable JSON: the fault is in line {line + 1}, at byte {column} of it"));
        }
        catch (JsonException)
        {
            // The only fault that is told without a place.
            faults.Add("has a member more than once in one object");
        }

        return null;
    }

    // The parser lets half surrogates pass and throws when such a text is read.
    private static bool HasWholeEscapes(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
