using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Puts keys on requests: mostly the right one.</summary>
internal static class Keys
{
    private const string Right = $"x-api-key: {Planted.AdminKey}";

    // A caller's key has this form; these are nobody's.
    private static readonly string[] Wrong =
    [
        $"x-api-key: {Planted.Secret}-wrong", $"Authorization: Bearer {Planted.Secret}-wrong", "x-api-key:", "Authorization: Bearer",
        $"Authorization: Basic {Planted.Secret}", "x-api-key: tfk_", $"x-api-key: tfk_c0_{Planted.Secret}", "x-api-key: tfk_c0_0123456789abcdefghijABCDEFGHIJ0123456789abcABCDEF",
        "Authorization: Bearer tfk__0123456789", $"x-api-key: {new string('k', 4000)}", $"x-api-key: {Planted.AdminKey[..^1]}", "Authorization: bearer  ",
        "X-MS-CLIENT-PRINCIPAL: e30=", "X-MS-CLIENT-PRINCIPAL: !!", "x-functions-key: " + Planted.Secret,
    ];

    public static void Add(Draft draft, Chance chance)
    {
        if (!chance.OneIn(12)) draft.Headers.Add(chance.OneIn(4) ? $"Authorization: Bearer {Planted.AdminKey}" : Right);
        if (chance.OneIn(12)) draft.Headers.Add(chance.Pick(Wrong));
    }
}
