using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A token as it is answered. The first three members are the first system's.</summary>
internal static class TokenJson
{
    /// <summary>Puts it down.</summary>
    /// <param name="json">Where.</param>
    /// <param name="result">The answer of the source.</param>
    /// <param name="token">Its token.</param>
    /// <param name="now">The time now, store time.</param>
    /// <param name="attaching">How the token is put on a request; null = nobody asked.</param>
    public static void Write(
        ref JsonBytes json, TokenResult result, Token token, DateTimeOffset now, Attaching? attaching)
    {
        json.Add("{\"token\":"u8);
        json.Add(token.Value);
        json.Add(",\"expires_in\":"u8);
        AddTimeLeft(ref json, token.ExpiresAt, now);
        json.Add(Source(result.Origin));
        json.Add(",\"token_type\":"u8);
        json.Add(token.Type);
        json.Add(",\"expires_at\":"u8);
        AddTime(ref json, token.ExpiresAt);
        json.Add(",\"generation\":"u8);
        json.Add(token.Generation);
        json.Add(",\"revalidate_after\":"u8);
        json.Add((long)result.RevalidateAfter.TotalMilliseconds);
        json.Add(",\"due_in\":"u8);
        AddTimeLeft(ref json, result.DueAt, now);
        json.Add(",\"dead_in\":"u8);
        AddTimeLeft(ref json, result.DeadAt, now);
        AddExtra(ref json, token.Extra);
        if (result.IsStale) json.Add(",\"stale\":true"u8);
        if (result.RenewalFailed is { } failure) AddRenewalFailed(ref json, failure);
        if (attaching is { Rule: var attach }) AddAttach(ref json, attach);
        json.Add("}"u8);
    }

    // Times left rather than times: the reader's clock may be another one.
    private static void AddTimeLeft(ref JsonBytes json, DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is { } time) json.Add(Math.Max(0, (long)(time - now).TotalMilliseconds));
        else json.Add("null"u8);
    }

    private static void AddTime(ref JsonBytes json, DateTimeOffset? at)
    {
        if (at is { } time) json.Add(time);
        else json.Add("null"u8);
    }

    private static void AddExtra(ref JsonBytes json, IReadOnlyDictionary<string, JsonElement> extra)
    {
        if (extra.Count == 0)
        {
            json.Add(",\"extra\":{}"u8);
            return;
        }

        json.Add(",\"extra\":"u8);
        json.Add(extra, static (writer, values) =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in values)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }

    private static void AddRenewalFailed(ref JsonBytes json, TokenFailure failure)
    {
        json.Add(",\"renewal_failed\":{\"code\":"u8);
        json.Add(failure.Code);
        json.Add(",\"at\":"u8);
        AddTime(ref json, failure.At);
        json.Add("}"u8);
    }

    private static void AddAttach(ref JsonBytes json, AttachRule? attach)
    {
        json.Add(",\"attach\":"u8);
        if (attach is null) json.Add("null"u8);
        else json.Add(attach, AttachJson.Write);
    }

    private static ReadOnlySpan<byte> Source(TokenOrigin origin) => origin switch
    {
        TokenOrigin.Cache => ",\"source\":\"cache\""u8,
        TokenOrigin.Database => ",\"source\":\"database\""u8,
        _ => ",\"source\":\"upstream\""u8,
    };
}
