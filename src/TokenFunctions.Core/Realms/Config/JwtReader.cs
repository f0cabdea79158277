using System.Text.Json;
using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>jwt</c>.</summary>
internal static class JwtReader
{
    private const long DefaultLife = 300;
    private const long TenYears = 315_360_000;
    private const long Day = 86_400;
    private static readonly string[] Known =
        ["alg", "key", "key_encoding", "header", "claims", "ttl_sec", "backdate_sec", "iat", "nbf", "jti"];
    private static readonly string[] Algorithms = [.. JwtAlgorithm.All.Select(algorithm => algorithm.Name)];

    /// <summary>The var; null when it is wrong.</summary>
    public static JwtVar? Read(ConfigObject item, string name)
    {
        if (item.Child("jwt", Known) is not { } jwt) return null;
        var alg = jwt.Choice("alg", Algorithms, required: true);
        var algorithm = JwtAlgorithm.All.First(known => known.Name == alg);
        var key = algorithm.IsSymmetric ? KeyReader.Symmetric(jwt) : KeyReader.Private(jwt);
        var header = ReadHeader(jwt, alg);
        jwt.Child("claims");
        var claims = Members(jwt, "claims");
        var times = ReadTimes(jwt);
        var hasId = jwt.Flag("jti");
        if (key is null) return null;
        return new JwtVar(name, algorithm, key)
        {
            Header = header,
            Claims = claims ?? new() { Members = [] },
            Times = times,
            HasId = hasId,
        };
    }

    private static JwtTimes ReadTimes(ConfigObject jwt) => new()
    {
        Life = TimeSpan.FromSeconds(jwt.Whole("ttl_sec", 0, TenYears) ?? DefaultLife),
        Backdate = TimeSpan.FromSeconds(jwt.Whole("backdate_sec", 0, Day) ?? 0),
        HasIssuedAt = jwt.Find("iat") is null || jwt.Flag("iat"),
        HasNotBefore = jwt.Flag("nbf"),
    };

    private static JsonTemplate? ReadHeader(ConfigObject jwt, string alg)
    {
        if (jwt.Child("header") is { } header && header.Find("alg") is { } own
            && !(own.ValueKind == JsonValueKind.String && own.ValueEquals(alg)))
            header.Fault("alg", "is not the `alg` of `jwt`; leave it out");
        return Members(jwt, "header");
    }

    private static JsonTemplate? Members(ConfigObject jwt, string member) =>
        jwt.Find(member) is { ValueKind: JsonValueKind.Object } value
            ? JsonTemplateReader.Read(value, jwt.At(member), jwt.Check)
            : null;
}
