using System.Collections.Concurrent;

namespace TokenFunctions.Processes.App;

/// <summary>All that the apps of this test run printed, answered and stored, and all that must not be in it.</summary>
internal static class Evidence
{
    private static readonly ConcurrentQueue<(string Where, string Text)> Texts = new();
    private static readonly ConcurrentDictionary<string, bool> Confidential = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, bool> Tokens = new(StringComparer.Ordinal);

    /// <summary>A new value that must never be seen again.</summary>
    public static string Plant(string kind)
    {
        var value = $"planted-{kind}-{Guid.NewGuid():N}";
        Hide(value);
        return value;
    }

    /// <summary>A new value that looks like an ordinary word: nothing but knowing it can keep it from being shown.</summary>
    public static string PlantWord()
    {
        var word = string.Concat(Guid.NewGuid().ToByteArray().Select(b => (char)('a' + (b % 26))));
        Hide(word);
        return word;
    }

    /// <summary>A value made elsewhere that must never be seen again.</summary>
    public static void Hide(string value) => Confidential[value] = true;

    /// <summary>A value that the app got and may show in token answers only.</summary>
    public static void SawToken(string token) => Tokens[token] = true;

    /// <summary>Something that the app let out; not a token answer.</summary>
    public static void Keep(string where, string text) => Texts.Enqueue((where, text));

    public static IReadOnlyList<(string Where, string Text)> All => [.. Texts];

    public static IReadOnlyList<string> Forbidden => [.. Confidential.Keys, .. Tokens.Keys];
}
