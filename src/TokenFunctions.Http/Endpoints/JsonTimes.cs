using System.Text.Json;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Times in answers: ISO 8601, UTC, with Z.</summary>
internal static class JsonTimes
{
    public static void WriteTime(this Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } at) writer.WriteString(name, at.UtcDateTime);
        else writer.WriteNull(name);
    }
}
