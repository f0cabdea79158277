using System.Text.Json;
using TokenFunctions.Http.Languages;

namespace TokenFunctions.Http.Endpoints;

/// <summary>The one shape of all lists, as the first system had it.</summary>
internal static class ListAnswer
{
    /// <summary>A list without an entry.</summary>
    public static Answer Empty { get; } = Of<int>([], 0, (_, _) => { });

    /// <summary>A page of a list.</summary>
    /// <param name="page">Its entries.</param>
    /// <param name="total">How many the whole list has.</param>
    /// <param name="write">Writes an entry.</param>
    public static Answer Of<T>(IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T> write) =>
        Answer.Ok(writer => Write(writer, page, total, write, null));

    /// <summary>A page of a list of what has texts for people.</summary>
    /// <param name="page">Its entries.</param>
    /// <param name="total">How many the whole list has.</param>
    /// <param name="write">Writes an entry.</param>
    /// <param name="more">Writes what else is said of the list; null = nothing.</param>
    public static Answer Of<T>(
        IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T, Language> write,
        Action<Utf8JsonWriter>? more = null) =>
        Answer.Ok((writer, language) => Write(writer, page, total, (w, item) => write(w, item, language), more));

    private static void Write<T>(
        Utf8JsonWriter writer, IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T> write,
        Action<Utf8JsonWriter>? more)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("data");
        writer.WriteStartArray("list");
        foreach (var item in page) write(writer, item);
        writer.WriteEndArray();
        writer.WriteNumber("total", total);
        more?.Invoke(writer);
        writer.WriteEndObject();
        writer.WriteString("success", "ok");
        writer.WriteEndObject();
    }
}
