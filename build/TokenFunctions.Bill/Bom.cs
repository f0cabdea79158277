using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TokenFunctions.Bill;

/// <summary>The bill of materials in CycloneDX 1.6. The same packages give the same bytes: it holds no time.</summary>
internal static class Bom
{
    private const string Service = "TokenFunctions";

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, in UTF-8.</summary>
    public static byte[] Of(Shipment shipment)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            WriteHead(json, shipment);
            json.WriteStartArray("components");
            foreach (var package in shipment.Packages) BomComponent.Write(json, package);
            json.WriteEndArray();
            WriteDependencies(json, shipment);
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static string ServiceRef(Shipment shipment) => $"{Service}@{shipment.Version}";

    private static void WriteHead(Utf8JsonWriter json, Shipment shipment)
    {
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteString("serialNumber", $"urn:uuid:{SerialOf(shipment)}");
        json.WriteNumber("version", 1);
        json.WriteStartObject("metadata");
        json.WriteStartObject("component");
        json.WriteString("type", "application");
        json.WriteString("bom-ref", ServiceRef(shipment));
        json.WriteString("name", Service);
        json.WriteString("version", shipment.Version);
        BomComponent.WriteLicence(json, new Licence("MIT"));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A name of its content, so that two bills of the same packages are one: RFC 9562, version 8.
    private static Guid SerialOf(Shipment shipment)
    {
        var named = shipment.Packages.Select(p => $"{p.Purl} {p.ContentHash}").Prepend(ServiceRef(shipment));
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', named))).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static void WriteDependencies(Utf8JsonWriter json, Shipment shipment)
    {
        var purls = shipment.Packages.ToDictionary(p => p.Id, p => p.Purl, StringComparer.OrdinalIgnoreCase);
        json.WriteStartArray("dependencies");
        Write(ServiceRef(shipment), shipment.Needs);
        foreach (var package in shipment.Packages) Write(package.Purl, package.Needs);
        json.WriteEndArray();

        void Write(string reference, IReadOnlyList<string> needs)
        {
            json.WriteStartObject();
            json.WriteString("ref", reference);
            json.WriteStartArray("dependsOn");
            foreach (var need in needs) json.WriteStringValue(purls[need]);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
