using System.Text.Json;
using TokenFunctions.Http.Languages;

namespace TokenFunctions.Http.Endpoints;

/// <summary>The one shape of all lists, as the first system had it.</summary>
internal static class ListAnswer
{
    /// <summary>A list without an entry.</summary>
    public static Answer Empty { get; } = Of<int>([], 0, (_, _) => { });

    public static Answer Of<T>(IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T> write) =>
        Answer.Ok(writer => Write(writer, page, total, write));

    /// <summary>A list of what has texts for people.</summary>
    public static Answer Of<T>(IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T, Language> write) =>
        Answer.Ok((writer, language) => Write(writer, page, total, (w, item) => write(w, item, language)));

    private static void Write<T>(
        Utf8JsonWriter writer, IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T> write)
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
    }
}
