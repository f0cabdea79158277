using System.Globalization;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>Another path, still one of HTTP: encoded, doubled, climbing, and with names that are none.</summary>
internal static class PathMutation
{
    private static readonly string[] Parts =
    [
        "", ".", "..", "%2e%2e", "%2E", "%2F", "%5C", "%25", "%252e", "%3F", "%23", "%20", "%0d%0a", "%c3%28", "%C0%AF", "%ED%A0%80", "%F0%9F%98%80", "%E9%92%A5",
        "%zz", "%", "%u0041", ".a", "-", "_", "a+b", "a%20b", "a;b=c", ";", "*", "{id}", "~", "'", "$batch", "api", "admin", "retry", "test",
        new('n', 128), new('n', 129), new('x', 5000), "live-plain", "k0",
    ];

    public static void Apply(Draft draft, Chance chance)
    {
        var parts = draft.Path.Split('/').ToList();
        var at = chance.Below(parts.Count);
        switch (chance.Below(7))
        {
            case 0:
                parts[at] = chance.Pick(Parts);
                break;
            case 1:
                parts.Insert(at, chance.Pick(Parts));
                break;
            case 2:
                parts.RemoveAt(at);
                break;
            case 3:
                parts[at] = parts[at].ToUpperInvariant();
                break;
            case 4:
                parts.Add(chance.Pick(Parts));
                break;
            default:
                parts[at] = Encoded(parts[at], chance);
                break;
        }

        var path = string.Join('/', parts);
        draft.Path = path.StartsWith('/') ? path : "/" + path;
    }

    private static string Encoded(string part, Chance chance) => string.Concat(part.Select(
        c => char.IsAsciiLetterOrDigit(c) && chance.OneIn(3) ? string.Create(CultureInfo.InvariantCulture, $"%{(int)c:X2}") : c.ToString()));
}
