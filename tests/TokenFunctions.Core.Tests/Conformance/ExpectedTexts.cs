using System.Text.Json;
using System.Text.RegularExpressions;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Compares texts in which <c>{{jwt:NAME}}</c> stands for a JWT that is random or depends on the order of its
/// members.</summary>
/// <param name="jwts">What is expected of each JWT, by name; null = there are none.</param>
internal sealed partial class ExpectedTexts(JsonElement? jwts)
{
    private const string JwtShape = @"([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*)";

    // Also as Regex.Escape writes it.
    [GeneratedRegex(@"\\?\{\\?\{jwt:(?<name>\w+)}}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder { get; }

    /// <summary>What is wrong; none = it is as expected.</summary>
    public IEnumerable<string> Differences(string where, string expected, string? actual)
    {
        var names = Placeholder.Matches(expected).Select(match => match.Groups["name"].Value).ToList();
        if (names.Count == 0)
            return string.Equals(expected, actual, StringComparison.Ordinal) ? [] : [Told(where, expected, actual)];
        var shape = new Regex($"^{Placeholder.Replace(Regex.Escape(expected), JwtShape)}$", RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        var found = shape.Match(actual ?? "");
        if (!found.Success) return [Told(where, expected, actual)];
        return names.SelectMany((name, i) => Jwt(where, name, found.Groups[i + 1].Value));
    }

    /// <summary>What is wrong with a JSON value whose texts may hold placeholders.</summary>
    public IEnumerable<string> Differences(string where, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != actual.ValueKind) return [Told(where, expected.GetRawText(), actual.GetRawText())];
        return expected.ValueKind switch
        {
            JsonValueKind.Object => Members(where, expected, actual),
            JsonValueKind.Array when expected.GetArrayLength() == actual.GetArrayLength() => expected.EnumerateArray()
                .Zip(actual.EnumerateArray()).SelectMany((pair, i) => Differences($"{where}/{i}", pair.First, pair.Second)),
            JsonValueKind.String => Differences(where, expected.GetString()!, actual.GetString()),
            _ when JsonElement.DeepEquals(expected, actual) => [],
            _ => [Told(where, expected.GetRawText(), actual.GetRawText())],
        };
    }

    /// <summary>A difference in words.</summary>
    public static string Told(string where, string? expected, string? actual) =>
        $"{where}: expected {expected ?? "nothing"}, but was {actual ?? "nothing"}";

    private IEnumerable<string> Members(string where, JsonElement expected, JsonElement actual)
    {
        var names = expected.EnumerateObject().Concat(actual.EnumerateObject()).Select(member => member.Name)
            .Distinct(StringComparer.Ordinal);
        return names.SelectMany(name =>
        {
            var isExpected = expected.TryGetProperty(name, out var wanted);
            var isThere = actual.TryGetProperty(name, out var given);
            return isExpected && isThere
                ? Differences($"{where}/{name}", wanted, given)
                : [Told($"{where}/{name}", isExpected ? wanted.GetRawText() : null, isThere ? given.GetRawText() : null)];
        });
    }

    private IEnumerable<string> Jwt(string where, string name, string token) =>
        jwts is { } all && all.TryGetProperty(name, out var expected)
            ? JwtComparison.Differences($"{where} jwt {name}", expected, token)
            : [$"{where}: the vector does not say what is expected of the JWT {name}"];
}
