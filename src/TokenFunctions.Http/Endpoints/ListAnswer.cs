using System.Text.Json;

namespace TokenFunctions.Http.Endpoints;

/// <summary>The one shape of all lists, as the first system had it.</summary>
internal static class ListAnswer
{
    /// <summary>A list without an entry.</summary>
    public static Answer Empty { get; } = Of<int>([], 0, (_, _) => { });

    public static Answer Of<T>(IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T> write) => Answer.Ok(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("data");
        writer.WriteStartArray("list");
        foreach (var item in page) write(writer, item);
        writer.WriteEndArray();
        writer.WriteNumber("total", total);
        writer.WriteEndObject();
        writer.WriteString("success", "ok");
        writer.WriteEndObject();
    });
}
