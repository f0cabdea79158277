using System.Collections.Frozen;

namespace TokenFunctions.Realms.Drafting.Guesses;

/// <summary>What the name of a parameter says about its value. Names are compared in lower case, letters and digits
/// only, so that <c>appId</c>, <c>app_id</c> and <c>App-Id</c> are one.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Protocol = FrozenSet.Create(
        StringComparer.Ordinal,
        "granttype", "responsetype", "responsemode", "tokentype", "clientassertiontype", "assertiontype",
        "subjecttokentype", "requestedtokentype", "actortokentype", "requestedtokenuse", "authtype", "authmethod");

    private static readonly FrozenSet<string> Ranges = FrozenSet.Create(
        StringComparer.Ordinal, "scope", "scopes", "audience", "aud", "resource", "resources");

    private static readonly FrozenSet<string> Constants = FrozenSet.Create(
        StringComparer.Ordinal,
        "type", "method", "methods", "action", "format", "lang", "language", "locale", "xlocale", "service",
        "operation", "operationname", "function", "prompt", "accept", "acceptlanguage", "xrequestedwith", "prefer",
        "useragent", "signtype", "signmethod", "signaturemethod", "charset", "algorithm", "alg", "provider",
        "environment");

    private static readonly FrozenSet<string> Moments =
        FrozenSet.Create(StringComparer.Ordinal, "timestamp", "ts", "time", "t", "requesttime", "xtimestamp");

    private static readonly FrozenSet<string> Identifiers = FrozenSet.Create(
        StringComparer.Ordinal, "keyid", "kid", "accesskeyid", "appkey", "clientkey", "consumerkey", "user", "login");

    private static readonly string[] IdentifierParts =
    [
        "username", "email", "account", "tenant", "domain", "organization", "company", "corp", "project", "region",
        "host",
    ];

    private static readonly string[] SecretParts =
    [
        "secret", "pass", "pwd", "token", "apikey", "assertion", "signature", "credential", "jwt", "private", "otp",
        "cookie", "session", "ticket", "bearer",
    ];

    private static readonly FrozenSet<string> Secrets = FrozenSet.Create(
        StringComparer.Ordinal, "key", "code", "pin", "sign", "sig", "hash", "auth", "authorization", "nonce", "cert");

    private static readonly FrozenSet<string> Changing = FrozenSet.Create(
        StringComparer.Ordinal, "nonce", "noncestr", "sign", "signature", "sig", "requestid", "xrequestid", "jti");

    /// <summary>The name as it is compared.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>Whether values of this name are words of a protocol.</summary>
    public static bool IsProtocol(string plain) => Protocol.Contains(plain);

    /// <summary>Whether the value says what the token is for.</summary>
    public static bool IsRange(string plain) => Ranges.Contains(plain);

    /// <summary>Whether values of this name are the same for everybody.</summary>
    public static bool IsConstant(string plain) =>
        Constants.Contains(plain) || plain.Contains("version", StringComparison.Ordinal)
        || plain.EndsWith("type", StringComparison.Ordinal);

    /// <summary>Whether the value is the time of the request.</summary>
    public static bool IsMoment(string plain) => Moments.Contains(plain);

    /// <summary>Whether the value is made anew for each request.</summary>
    public static bool IsChanging(string plain) => Changing.Contains(plain);

    /// <summary>Whether the value names an account. Ask only when <see cref="IsSecret"/> says no.</summary>
    public static bool IsIdentifier(string plain) =>
        Identifiers.Contains(plain) || plain.EndsWith("id", StringComparison.Ordinal)
        || IdentifierParts.Any(part => plain.Contains(part, StringComparison.Ordinal));

    /// <summary>Whether the value is confidential.</summary>
    public static bool IsSecret(string plain) =>
        !Identifiers.Contains(plain)
        && (Secrets.Contains(plain) || plain.EndsWith("key", StringComparison.Ordinal)
            || plain.EndsWith("code", StringComparison.Ordinal)
            || SecretParts.Any(part => plain.Contains(part, StringComparison.Ordinal)));
}
