using System.Text.Json;
using TokenFunctions.Http.Health;

namespace TokenFunctions.Http.Endpoints;

/// <summary>How the parts are, as it is answered to administrators.</summary>
internal static class HealthJson
{
    public static void WriteParts(Utf8JsonWriter writer, HealthReport report, DateTimeOffset now)
    {
        writer.WriteStartArray("parts");
        foreach (var part in report.Parts) Write(writer, part, now);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, HealthPart part, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteString("name", part.Name);
        writer.WriteString("state", part.Finding.State switch
        {
            HealthState.Ok => "ok",
            HealthState.Degraded => "degraded",
            _ => "failed",
        });
        writer.WriteString("detail", part.Finding.Detail);
        writer.WriteTime("checked_at", part.CheckedAt);
        writer.WriteNumber("age_ms", Math.Max(0, (long)(now - part.CheckedAt).TotalMilliseconds));
        if (part.Finding.LastSweepAt is { } at) writer.WriteTime("last_sweep_at", at);
        writer.WriteEndObject();
    }
}
