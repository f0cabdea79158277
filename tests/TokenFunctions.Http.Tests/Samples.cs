using TokenFunctions.Http.Tests.App;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

internal static class Samples
{
    public static Token Token(TokenKey key) => new()
    {
        Key = key,
        Value = new SecretText("***"),
        IssuedAt = FakeTime.Noon.AddMinutes(-10),
        ExpiresAt = FakeTime.Noon.AddMinutes(50).AddMilliseconds(7),
        Generation = 1_800_000_001,
    };
}
