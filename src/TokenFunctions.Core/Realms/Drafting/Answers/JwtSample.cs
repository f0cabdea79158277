using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using TokenFunctions.Realms.Drafting.Guesses;

namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>Looks into a JWT of a sample answer.</summary>
internal static class JwtSample
{
    /// <summary>Whether a text is a JWT with an <c>exp</c> claim (RFC 7519 §4.1.4).</summary>
    public static bool HasExpiry(string text)
    {
        if (!ValueShape.IsJwt(text)) return false;
        var claims = text.Split('.')[1];
        if (!Base64Url.IsValid(claims)) return false;
        var json = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(claims));
        return JsonSample.Parse(json, 32) is { ValueKind: JsonValueKind.Object } found
            && found.TryGetProperty("exp", out var exp) && exp.ValueKind == JsonValueKind.Number;
    }
}
