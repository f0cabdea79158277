using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using TokenFunctions.Http.Access;

namespace TokenFunctions.Http.Callers;

/// <summary>The lists of a caller as its row has them: a line for each entry.</summary>
internal static class CallerLines
{
    private const string Time = "O";
    private const string Never = "-";

    private delegate bool TryRead<T>(string line, [MaybeNullWhen(false)] out T entry);

    public static string? Write(IReadOnlyList<CallerRule> rules) => Join(
        rules.Select(rule => $"{rule.Realm} {rule.Key} {string.Join(',', rule.Verbs.Select(Verbs.NameOf))}"));

    public static string? Write(IReadOnlyList<CallerKey> keys) => Join(keys.Select(key =>
        $"{key.Id} {Convert.ToBase64String(key.Hash)} {Show(key.CreatedAt)} {Show(key.ExpiresAt) ?? Never}"));

    public static string? Write(IReadOnlyList<IPNetwork> networks) => Join(networks.Select(n => n.ToString()));

    /// <summary>The rules; null = they cannot be read.</summary>
    public static IReadOnlyList<CallerRule>? Rules(string? lines) => Read<CallerRule>(lines, TryRule);

    /// <summary>The keys; null = they cannot be read.</summary>
    public static IReadOnlyList<CallerKey>? Keys(string? lines) => Read<CallerKey>(lines, TryKey);

    /// <summary>The networks; null = they cannot be read.</summary>
    public static IReadOnlyList<IPNetwork>? Networks(string? lines) => Read<IPNetwork>(lines, IPNetwork.TryParse);

    private static string? Join(IEnumerable<string> lines) =>
        string.Join('\n', lines) is { Length: > 0 } all ? all : null;

    private static List<T>? Read<T>(string? lines, TryRead<T> tryRead)
    {
        var entries = new List<T>();
        foreach (var line in lines?.Split('\n') ?? [])
        {
            if (!tryRead(line, out var entry)) return null;
            entries.Add(entry);
        }

        return entries;
    }

    // A verb that only a later release knows is one that nobody can ask this one for.
    private static bool TryRule(string line, [MaybeNullWhen(false)] out CallerRule rule)
    {
        rule = line.Split(' ') is [var realm, var key, var verbs]
            && NamePattern.Parse(realm) is { } realms && NamePattern.Parse(key) is { } keys
            ? new CallerRule(realms, keys, [.. verbs.Split(',').Select(Verbs.Parse).OfType<Verb>()])
            : null;
        return rule is not null;
    }

    private static bool TryKey(string line, [MaybeNullWhen(false)] out CallerKey key)
    {
        key = null;
        if (line.Split(' ') is not [var id, var hash, var created, var expires]) return false;
        var bytes = new byte[32];
        if (!Convert.TryFromBase64String(hash, bytes, out var length) || length != bytes.Length) return false;
        if (!TryTime(created, out var createdAt)) return false;
        var isMortal = !expires.Equals(Never, StringComparison.Ordinal);
        var expiresAt = default(DateTimeOffset);
        if (isMortal && !TryTime(expires, out expiresAt)) return false;
        key = new CallerKey(id, bytes, createdAt, isMortal ? expiresAt : null);
        return true;
    }

    private static string? Show(DateTimeOffset? time) => time?.ToString(Time, CultureInfo.InvariantCulture);

    private static bool TryTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out time);
}
