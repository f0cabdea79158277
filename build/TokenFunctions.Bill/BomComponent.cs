using System.Text.Json;

namespace TokenFunctions.Bill;

/// <summary>A package's entry in the bill of materials.</summary>
internal static class BomComponent
{
    /// <summary>Writes the entry.</summary>
    public static void Write(Utf8JsonWriter json, Package package)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", package.Purl);
        json.WriteString("name", package.Id);
        json.WriteString("version", package.Version);
        if (package.ContentHash is { } hash) WriteHash(json, hash);
        WriteLicence(json, package.Licence);
        json.WriteString("copyright", package.Copyright);
        json.WriteString("purl", package.Purl);
        if (package.Source is { } source) WriteSource(json, source);
        json.WriteEndObject();
    }

    private static void WriteHash(Utf8JsonWriter json, string base64)
    {
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", "SHA-512");
        json.WriteString("content", Convert.ToHexStringLower(Convert.FromBase64String(base64)));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Writes the member <c>licenses</c>.</summary>
    public static void WriteLicence(Utf8JsonWriter json, Licence licence)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteStartObject("license");
        json.WriteString(licence.Text is null ? "id" : "name", licence.Name);
        if (licence.Text is { } text)
        {
            json.WriteStartObject("text");
            json.WriteString("content", text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteSource(Utf8JsonWriter json, string source)
    {
        json.WriteStartArray("externalReferences");
        json.WriteStartObject();
        json.WriteString("type", "vcs");
        json.WriteString("url", source);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
