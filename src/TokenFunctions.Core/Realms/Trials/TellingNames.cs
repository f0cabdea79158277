namespace TokenFunctions.Realms.Trials;

/// <summary>Judges by its name whether a value of an answer is a credential.</summary>
internal static class TellingNames
{
    private static readonly string[] Telling =
    [
        "token", "secret", "password", "passwd", "passphrase", "pwd", "ticket", "session", "assertion", "credential",
        "cookie", "signature", "jwt", "api_key", "apikey", "access_key", "accesskey", "private_key", "privatekey",
    ];

    // What is told of a credential, and of use to who writes a realm.
    private static readonly string[] Harmless =
    [
        "type", "lifetime", "ttl", "expire", "expires", "expiry", "expiration", "expire_in", "expires_in", "expirein",
        "expiresin", "expire_at", "expires_at", "expireat", "expiresat", "expires_on", "expireson", "expire_time",
        "expiretime",
    ];

    /// <summary>Whether what stands under the name is a credential.</summary>
    public static bool IsTelling(string name) =>
        !IsHarmless(name)
        && Array.Exists(Telling, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the value tells of a credential without being one: its type, its life.</summary>
    public static bool IsHarmless(string name) =>
        Array.Exists(Harmless, word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase));
}
