using Microsoft.AspNetCore.WebUtilities;
using TokenFunctions.Http.Languages;
using TokenFunctions.Http.Problems;
using TokenFunctions.Http.Tests.Languages.Sources;

namespace TokenFunctions.Http.Tests.Languages;

/// <summary>The file of texts is whole: it has what the code says, and nothing else.</summary>
public sealed class ProblemTextsTests
{
    private static readonly IReadOnlyList<SourceText> Written = ShownFiles.Texts(Repository.Root);

    private static readonly IReadOnlyDictionary<string, string> Known =
        LanguageFile.Read("problems", "zh-CN").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);

    private static readonly string[] AfterNumber =
    [
        "The realm's policy.limits allow {0} {1} in {2} s {3}, and they are used up{4}. The provider was not asked.",
        "has {0} items; use 1 to {1} {2}, or leave it out",
    ];

    // By the framework, not by code of ours.
    private static readonly string[] Titles =
        [.. ProblemCodes.All.Values.Select(rule => ReasonPhrases.GetReasonPhrase(rule.Status)).Distinct()];

    // What a front calls its core, and what happened there: in English any two words would do. A failure and what it
    // leaves in doubt: two texts, of which the second is in the file by itself too.
    private static readonly string[] Composed =
    [
        "The core {0}.",
        .. Known.Keys.Where(text => text.StartsWith("{0} The call that was sent at ", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_text_of_the_code_is_in_it()
    {
        var missing = Written.Where(text => text.IsProse && !NotShown.Has(text.Template) && !Known.ContainsKey(text.Template));
        // As one text: a list would be cut short.
        Assert.Equal("", string.Join('\n', missing.Select(text => text.ToString()).Concat(Titles.Where(title => !Known.ContainsKey(title)))));
    }

    [Fact]
    public void Nothing_is_in_it_that_no_code_says()
    {
        var said = Written.Select(text => text.Template).Concat(Titles).Concat(Composed).ToHashSet();
        Assert.Equal([], Known.Keys.Where(text => !said.Contains(text)));
    }

    [Fact]
    public void A_failure_and_the_doubt_that_it_leaves_are_one_text()
    {
        var doubt = Written.Single(text => text.Template.StartsWith("The call that was sent at ", StringComparison.Ordinal)).Template;
        var said = Language.Chinese.Say($"The provider answered `not_now` (HTTP 500), a fault that is likely to pass. {doubt}");
        Assert.StartsWith("提供方响应 `not_now`（HTTP 500），这类故障多半会自行消失。于", said, StringComparison.Ordinal);
        Assert.Null(EnglishLeft.In(said));
    }

    [Fact]
    public void What_is_not_shown_is_still_written() =>
        Assert.Equal([], NotShown.Texts.Where(text => !Written.Any(written => written.Template == text)));

    [Fact]
    public void Both_sides_have_the_same_places() => Assert.All(Known, entry =>
    {
        var (english, chinese) = (TextPieces.Parse(entry.Key), TextPieces.Parse(entry.Value));
        Assert.Equal(Enumerable.Range(0, english.Places.Count), english.Places);
        Assert.Equal(english.Places, chinese.Places.Order());
    });

    [Fact]
    public void No_two_places_touch() =>
        // Where one ends and the other begins could not be told; a number has no blank in it.
        Assert.All(Known.Keys, text => Assert.DoesNotContain(
            TextPieces.Parse(text).Literals.Skip(1).SkipLast(1), between => between.Trim().Length == 0 && !AfterNumber.Contains(text)));

    [Fact]
    public void Names_in_quotes_are_the_same_on_both_sides() => Assert.All(Known, entry =>
    {
        var (english, chinese) = (TextPieces.Parse(entry.Key), TextPieces.Parse(entry.Value));
        Assert.Equal(Quoted(english), Quoted(chinese));
    });

    [Fact]
    public void No_English_sentence_is_left_in_it() =>
        Assert.All(Known.Values, text => Assert.Null(EnglishLeft.In(text)));

    [Fact]
    public void Routes_settings_and_names_stay_as_they_are() => Assert.All(Known, entry =>
    {
        foreach (var word in entry.Key.Split([' ', ',', ';', ':', '(', ')', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            var isName = word.StartsWith("/api/", StringComparison.Ordinal) || word.Contains("__", StringComparison.Ordinal) || word.Contains('`');
            if (isName) Assert.Contains(word.TrimEnd('.').Trim('`'), entry.Value);
        }
    });

    [Fact]
    public void The_file_is_in_the_order_of_its_texts() => Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), Known.Keys);

    private static IEnumerable<int> Quoted(TextPieces pieces) =>
        Enumerable.Range(0, pieces.Places.Count).Where(pieces.IsQuoted).Select(i => pieces.Places[i]).Order();
}
