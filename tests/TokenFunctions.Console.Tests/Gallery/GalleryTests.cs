using TokenFunctions.Console.Tests.Browsing;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>What holds on every view: in both languages, light and dark, on a phone and on a wide screen.</summary>
public sealed class GalleryTests(Walks walks) : IClassFixture<Walks>
{
    public static TheoryData<string> Languages => ["en", "zh-CN"];

    [AxeTheory]
    [MemberData(nameof(Languages))]
    public void Every_view_can_be_entered_and_left(string language) => Holds(walks.In(language).Closed);

    [AxeTheory]
    [MemberData(nameof(Languages))]
    public void Nothing_keeps_anybody_from_using_it(string language) => Holds(walks.In(language).Barriers);

    [AxeTheory]
    [MemberData(nameof(Languages))]
    public void At_400_percent_nothing_scrolls_sideways(string language) => Holds(walks.In(language).Overflows);

    [AxeTheory]
    [MemberData(nameof(Languages))]
    public void No_secret_is_in_the_document_or_in_storage_and_no_token_that_nobody_asked_to_see(string language) =>
        Holds(walks.In(language).Leaks);

    [AxeTheory]
    [MemberData(nameof(Languages))]
    public void No_secret_is_in_the_network_log_and_no_token_but_where_it_was_asked_for(string language) =>
        Holds(Leaking.InTraffic(walks.StageOf(language), walks.In(language).Traffic));

    [AxeTheory]
    [MemberData(nameof(Languages))]
    public void Text_stays_text(string language) => Holds(walks.In(language).Marks);

    [AxeTheory]
    [MemberData(nameof(Languages))]
    public void The_browser_has_nothing_to_tell(string language) => Holds(walks.In(language).Faults);

    private static void Holds(IEnumerable<string> findings)
    {
        var text = string.Join("\n", findings.Distinct(StringComparer.Ordinal));
        Assert.True(text.Length == 0, text);
    }
}
