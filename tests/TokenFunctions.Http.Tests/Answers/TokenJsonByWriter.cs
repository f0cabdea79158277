using System.Text.Json;
using TokenFunctions.Http.Endpoints;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Answers;

/// <summary>A token's answer by the framework's writer: what the service's own must be like.</summary>
internal static class TokenJsonByWriter
{
    public static void Write(Utf8JsonWriter writer, TokenResult result, Token token, DateTimeOffset now, Attaching? attaching)
    {
        writer.WriteStartObject();
        writer.WriteString("token", token.Value.Reveal());
        WriteTimeLeft(writer, "expires_in", token.ExpiresAt, now);
        writer.WriteString("source", result.Origin switch { TokenOrigin.Cache => "cache", TokenOrigin.Database => "database", _ => "upstream" });
        writer.WriteString("token_type", token.Type);
        writer.WriteTime("expires_at", token.ExpiresAt);
        writer.WriteNumber("generation", token.Generation);
        writer.WriteNumber("revalidate_after", (long)result.RevalidateAfter.TotalMilliseconds);
        WriteTimeLeft(writer, "due_in", result.DueAt, now);
        WriteTimeLeft(writer, "dead_in", result.DeadAt, now);
        writer.WriteStartObject("extra");
        foreach (var (name, value) in token.Extra)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
        if (result.IsStale) writer.WriteBoolean("stale", true);
        WriteRenewalFailed(writer, result.RenewalFailed);
        if (attaching is { Rule: var attach }) WriteAttach(writer, attach);
        writer.WriteEndObject();
    }

    private static void WriteTimeLeft(Utf8JsonWriter writer, string name, DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is { } time) writer.WriteNumber(name, Math.Max(0, (long)(time - now).TotalMilliseconds));
        else writer.WriteNull(name);
    }

    private static void WriteRenewalFailed(Utf8JsonWriter writer, TokenFailure? failure)
    {
        if (failure is null) return;
        writer.WriteStartObject("renewal_failed");
        writer.WriteString("code", failure.Code);
        writer.WriteTime("at", failure.At);
        writer.WriteEndObject();
    }

    private static void WriteAttach(Utf8JsonWriter writer, AttachRule? attach)
    {
        writer.WritePropertyName("attach");
        if (attach is null) writer.WriteNullValue();
        else AttachJson.Write(writer, attach);
    }
}
