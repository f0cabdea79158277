using System.Text.RegularExpressions;
using TokenFunctions.Http.Languages;

namespace TokenFunctions.Http.Tests.Console;

/// <summary>The page has every word that it uses, in each language, and no other.</summary>
/// <remarks>A module names a word by its whole key in quotes, <c>'frame.sign_in'</c>, wherever it stands; or, where a part
/// varies, by a template whose beginning does not: <c>`overview.state_${state}`</c> stands for every key that begins and ends
/// so. A plural <c>'frame.tokens'</c> is the keys with <c>.one</c> and <c>.other</c> behind it.</remarks>
public sealed partial class PageWordTests
{
    private static readonly IReadOnlyDictionary<string, string> English = PageText.Words(Language.English.Tag);
    private static readonly IReadOnlyDictionary<string, string> Chinese = PageText.Words(Language.Chinese.Tag);
    private static readonly HashSet<string> Rooms = [.. English.Keys.Select(key => key.Split('.')[0])];

    private static readonly HashSet<string> Named =
        [.. Quoted().Matches(PageText.Modules).Select(match => match.Groups["key"].Value).Where(IsOfRoom)];

    private static readonly List<Regex> Patterns =
    [
        .. Template().Matches(PageText.Modules).Select(match => match.Groups["key"].Value).Where(IsOfRoom).Distinct(StringComparer.Ordinal).Select(PatternOf),
    ];

    [Fact]
    public void Both_languages_have_the_same_words() =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_word_has_a_text_and_the_same_places_in_it()
    {
        Assert.NotEmpty(English);
        foreach (var (key, text) in English)
        {
            Assert.False(string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(Chinese[key]), key);
            // One of a thing may do without its number.
            if (key.EndsWith(".one", StringComparison.Ordinal)) continue;
            Assert.Equal((key, PlacesIn(text)), (key, PlacesIn(Chinese[key])));
        }
    }

    [Fact]
    public void A_plural_has_both_of_its_forms() => Assert.All(
        English.Keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal)),
        key => Assert.True(English.ContainsKey($"{key[..^3]}other"), key));

    [Fact]
    public void Each_word_that_a_module_names_is_there()
    {
        Assert.NotEmpty(Named);
        Assert.All(Named, key => Assert.True(English.ContainsKey(key) || English.ContainsKey($"{key}.other"), key));
        Assert.All(Patterns, pattern => Assert.Contains(English.Keys, pattern.IsMatch));
    }

    [Fact]
    public void Each_word_is_used() => Assert.All(English.Keys, key => Assert.True(IsUsed(key), key));

    private static bool IsUsed(string key) =>
        Named.Contains(key) || Named.Contains(WithoutForm(key)) || Patterns.Any(pattern => pattern.IsMatch(key) || pattern.IsMatch(WithoutForm(key)));

    private static string WithoutForm(string key) =>
        key.EndsWith(".one", StringComparison.Ordinal) || key.EndsWith(".other", StringComparison.Ordinal) ? key[..key.LastIndexOf('.')] : key;

    private static bool IsOfRoom(string key) => Rooms.Contains(key.Split('.')[0]);

    private static string PlacesIn(string text) =>
        string.Join(',', Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static Regex PatternOf(string template) => new(
        "^" + Regex.Replace(Regex.Escape(template), @"\\\$\\\{[^}]*}", "[a-z0-9_.-]+", RegexOptions.None, TimeSpan.FromSeconds(5)) + "$",
        RegexOptions.None, TimeSpan.FromSeconds(5));

    [GeneratedRegex(@"'(?<key>[a-z]+\.[a-z0-9_.-]*[a-z0-9])'", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"`(?<key>[a-z]+\.[^`\s]*\$\{[^`\s]*)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Template();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 5000)]
    private static partial Regex Place();
}
