using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

internal static class Samples
{
    /// <summary>The time in all tests.</summary>
    public static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A text as a JSON value.</summary>
    public static JsonElement Json(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");

    public static Token Token(TokenKey key) => new()
    {
        Key = key,
        Value = new SecretText("***"),
        IssuedAt = Noon.AddMinutes(-10),
        ExpiresAt = Noon.AddMinutes(50).AddMilliseconds(7),
        Generation = 1_800_000_001,
    };
}
