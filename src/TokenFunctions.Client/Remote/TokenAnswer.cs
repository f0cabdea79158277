using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>Reads the service's answer with a token.</summary>
internal static class TokenAnswer
{
    private static readonly TimeSpan LeastMargin = TimeSpan.FromSeconds(2);

    /// <summary>The answer; null = the body is none of the service's.</summary>
    /// <param name="body">The body.</param>
    /// <param name="key">Which token was asked for.</param>
    /// <param name="sentAt">From when the times left count, the service's time: they are a little too short so, and
    /// never too long.</param>
    public static TokenResult? Read(ReadOnlyMemory<byte> body, TokenKey key, DateTimeOffset sentAt)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement, key, sentAt);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text in it that is no Unicode.
            return null;
        }
    }

    private static TokenResult? Read(JsonElement json, TokenKey key, DateTimeOffset sentAt)
    {
        var life = json.Milliseconds("expires_in");
        if (Value(json) is not { } value || json.Number("generation") is not { } generation) return null;
        // Only who says so has a token that never ends.
        if (life is null && !json.IsNull("expires_in")) return null;
        var token = new Token
        {
            Key = key,
            Value = value,
            Type = json.Text("token_type") ?? "Bearer",
            IssuedAt = sentAt,
            ExpiresAt = sentAt + life,
            Generation = generation,
            Extra = Extra(json),
        };
        return TokenResult.Of(token) with
        {
            Origin = Origin(json.Text("source")),
            RenewalFailed = json.Find("renewal_failed") is { } failed ? RenewalFailed(failed) : null,
            IsStale = json.Flag("stale"),
            RevalidateAfter = json.Milliseconds("revalidate_after") ?? TimeSpan.Zero,
            DueAt = sentAt + json.Milliseconds("due_in"),
            DeadAt = json.IsNull("dead_in") ? null : sentAt + (json.Milliseconds("dead_in") ?? life - LeastMargin),
            Attach = json.Find("attach") is { } attach ? AttachAnswer.Read(attach) : null,
        };
    }

    // Text, and nothing else than characters: what is in JSON can always be had as UTF-8.
    private static SecretText? Value(JsonElement json)
    {
        if (json.Find("token") is not { ValueKind: JsonValueKind.String } text) return null;
        var value = SecretJson.Read(text);
        return value.TryGetUtf8(out var utf8) && !utf8.IsEmpty && !HasControl(utf8) ? value : null;
    }

    private static bool HasControl(ReadOnlySpan<byte> utf8)
    {
        for (var left = utf8; !left.IsEmpty;)
        {
            Rune.DecodeFromUtf8(left, out var character, out var length);
            if (Rune.IsControl(character)) return true;
            left = left[length..];
        }

        return false;
    }

    private static IReadOnlyDictionary<string, JsonElement> Extra(JsonElement json)
    {
        if (json.Find("extra") is not { ValueKind: JsonValueKind.Object } members || members.GetPropertyCount() == 0)
            return ReadOnlyDictionary<string, JsonElement>.Empty;
        var extra = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject()) extra[member.Name] = member.Value.Clone();
        return extra;
    }

    private static TokenOrigin Origin(string? source) => source switch
    {
        "database" => TokenOrigin.Database,
        "upstream" => TokenOrigin.Upstream,
        _ => TokenOrigin.Cache,
    };

    private static TokenFailure RenewalFailed(JsonElement json)
    {
        var code = Told.Code(json.Text("code"));
        var kind = code is null ? null : FailureCodes.Find(code);
        return new TokenFailure(
            kind ?? FailureKind.Transient,
            "The token lives, and its last renewal failed; the service's status of it says what to do.")
        {
            Code = code ?? FailureCodes.Of(FailureKind.Transient),
            At = json.Time("at"),
        };
    }
}
