using System.Buffers;
using System.Text.Json;

namespace TokenFunctions.Notices;

/// <summary>A notice as it is sent: JSON with <c>type</c>, <c>timestamp</c> and <c>data</c> (Standard Webhooks 1.0.0,
/// "Payload structure"). All types have the same members; what does not apply is null.</summary>
internal static class NoticeBody
{
    public static byte[] Write(Notice notice)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", notice.Type);
            writer.WriteString("timestamp", notice.At.UtcDateTime);
            writer.WriteStartObject("data");
            WriteData(writer, notice);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteData(Utf8JsonWriter writer, Notice notice)
    {
        writer.WriteString("realm", notice.Key.Realm);
        writer.WriteString("key", notice.Key.Key);
        writer.WriteString("code", notice.Code);
        writer.WriteString("detail", notice.Detail);
        writer.WriteString("upstream_code", notice.UpstreamCode);
        if (notice.ExpiresAt is { } end) writer.WriteString("expires_at", end.UtcDateTime);
        else writer.WriteNull("expires_at");
        writer.WriteString("what_to_do", notice.WhatToDo);
    }
}
