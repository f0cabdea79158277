namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Names and values in order, as a query and a form hold them.</summary>
internal static class PairText
{
    public static IReadOnlyList<(string Name, string Value)> Parse(string text) =>
        text.Length == 0 ? [] : [.. text.Split('&').Select(Pair)];

    public static IEnumerable<string> Differences(
        ExpectedTexts texts, string where, IReadOnlyList<(string Name, string Value)> expected,
        IReadOnlyList<(string Name, string Value)> actual)
    {
        var names = expected.Select(pair => pair.Name).ToList();
        if (!names.SequenceEqual(actual.Select(pair => pair.Name), StringComparer.Ordinal))
            return [ExpectedTexts.Told(where, Words(names), Words(actual.Select(pair => pair.Name)))];
        return expected.Zip(actual)
            .SelectMany(pair => texts.Differences($"{where} {pair.First.Name}", pair.First.Value, pair.Second.Value));
    }

    private static string Words(IEnumerable<string> names) => $"[{string.Join(", ", names)}]";

    private static (string, string) Pair(string text)
    {
        var parts = text.Split('=', 2);
        return (Plain(parts[0]), parts.Length > 1 ? Plain(parts[1]) : "");
    }

    private static string Plain(string escaped) => Uri.UnescapeDataString(escaped.Replace('+', ' '));
}
