using System.Text.RegularExpressions;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Console;
using TokenFunctions.Http.Languages;

namespace TokenFunctions.Http.Tests.Console;

/// <summary>What holds of every file of the page, whatever it says.</summary>
public sealed partial class PageFileTests
{
    private const int MostBytes = 100 * 1024;

    // Names that look like addresses, and examples of what people write; nothing is loaded from there.
    private static readonly string[] Examples =
    [
        "http://www.w3.org/2000/svg", "https://login.example.com", "https://tokens.example.com", "https://api.example.com",
        "https://VAULT.vault.azure.net", "https://${",
    ];

    public static TheoryData<string> Files => [.. PageText.All.Keys];

    [Fact]
    public void All_of_it_is_small()
    {
        var index = new PageIndex(new AccessRules());
        var files = PageFiles.Names.Sum(name => PageFiles.Find(name.Split('/')[0], name.Split('/')[1])!.In(PageCoding.Brotli).Length);
        var whole = files + Language.All.Max(language => index.In(language).In(PageCoding.Brotli).Length);
        Assert.True(whole <= MostBytes, $"{whole} bytes");
        Assert.True(whole > 500, $"{whole} bytes");
    }

    [Fact]
    public void Each_file_lies_in_a_room_and_has_a_plain_name() =>
        Assert.All(PageFiles.Names, name => Assert.Matches("^[a-z0-9-]+/[a-z0-9-]+\\.(js|css|svg)$|^words/(en|zh-CN)\\.json$", name));

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_becomes_markup_or_a_script(string name)
    {
        var text = PageText.All[name];
        foreach (var way in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "setHTML", "javascript:", "new Function" })
            Assert.DoesNotContain(way, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"\beval\s*\(", text);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_written_into_markup_that_the_policy_forbids(string name)
    {
        var text = PageText.All[name];
        Assert.DoesNotMatch(@"<[^>]*\sstyle\s*=", text);
        Assert.DoesNotMatch(@"<[^>]*\son[a-z]+\s*=", text);
        Assert.DoesNotMatch(@"\b[sg]etAttribute\(\s*['""](style|on)", text);
        if (!name.EndsWith(".html", StringComparison.Ordinal)) return;
        Assert.DoesNotContain("<style", text, StringComparison.OrdinalIgnoreCase);
        Assert.All(Script().Matches(text), script => Assert.Contains("src=\"console/", script.Value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_asked_of_any_other_place(string name) => Assert.All(
        Address().Matches(PageText.All[name]).Select(match => match.Value),
        address => Assert.Contains(Examples, known => address.StartsWith(known, StringComparison.Ordinal)));

    [GeneratedRegex("<script[^>]*>[^<]*", RegexOptions.None, 5000)]
    private static partial Regex Script();

    [GeneratedRegex("(https?|wss?):/" + "/[^'\"`\\s)>]*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Address();
}
