using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>Parameters that repeat, are unknown, have odd values or are very many.</summary>
internal static class QueryMutation
{
    private static readonly string[] Names =
        ["realm", "key", "flush", "min_ttl", "invalid", "attach", "page", "pageSize", "keyword", "force", "code", "Realm", "KEY", "from", "to", "after", "who", "%72ealm", "a[]", "", "%00", "x y".Replace(' ', '+')];

    private static readonly string[] Values =
    [
        "", "true", "false", "1", "0", "-1", "+1", "1.0", "1e3", "0x10", "500", "501", "1000000", "1000001", "31536000", "9223372036854775807", "9223372036854775808", "%31", "%EF%BC%91",
        "%00", "%zz", "%", "%C0%80", "%ED%A0%80", "%F0%9F%98%80", "a+b", "%2B", "a%20b", "..%2f..", "live-plain", "k0", "null", "[]", "'%20or%201=1--", "*", "2026-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999-14:00", "2026-02-30T00:00:00Z", new('v', 129), new('v', 3000), $"{Planted.Secret}-function-key",
    ];

    public static void Apply(Draft draft, Chance chance)
    {
        var query = draft.Query;
        switch (chance.Below(7))
        {
            case 0 when query.Count > 0:
                query.Add(chance.Pick(query));
                break;
            case 1 when query.Count > 0:
                query.RemoveAt(chance.Below(query.Count));
                break;
            case 2 when query.Count > 0:
                Revalue(query, chance);
                break;
            case 3:
                query.Add(chance.Pick("", "=", "&&", "a", ";a=b", "=b", "a=b=c", "?a"));
                break;
            case 4 when chance.OneIn(4):
                query.AddRange(Enumerable.Repeat("a=1", 400));
                break;
            default:
                query.Add($"{chance.Pick(Names)}={Value(chance)}");
                break;
        }
    }

    private static void Revalue(List<string> query, Chance chance)
    {
        var at = chance.Below(query.Count);
        query[at] = $"{query[at].Split('=')[0]}={Value(chance)}";
    }

    private static string Value(Chance chance) =>
        chance.OneIn(4) ? Uri.EscapeDataString(string.Concat(chance.Text().EnumerateRunes())) : chance.Pick(Values);
}
