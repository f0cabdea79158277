using TokenFunctions.Console.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Journeys;

/// <summary>The first minutes of somebody who has started the demo and never seen the page.</summary>
public sealed class NewcomerTests : ConsoleTest
{
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task From_the_first_visit_to_the_first_token_the_page_shows_the_way(string language)
    {
        var app = await DemoAsync();
        var visit = await VisitAsync(app.Address, Visitor.Of(language));
        await visit.LoadAsync();

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(visit.Heading("overview.first_title")).ToBeVisibleAsync();
        await visit.Link("overview.get_first").First.ClickAsync();
        await Expect(visit.Heading("frame.try")).ToBeFocusedAsync();
        await Expect(visit.Field("try.ask_realm")).ToHaveValueAsync("demo");
        await visit.Button("try.get").ClickAsync();

        await Expect(visit.Heading("try.got")).ToBeFocusedAsync();
        Assert.DoesNotContain("sample-", await visit.ShownAsync(), StringComparison.Ordinal);
        await visit.Button("try.show").ClickAsync();
        await Expect(visit.Page.GetByText("sample-")).ToBeVisibleAsync();
        await visit.View("overview").ClickAsync();
        await Expect(visit.Token("demo", "first").GetByText(visit.Words["overview.state_fresh"])).ToBeVisibleAsync();
        await Expect(visit.Heading("overview.first_title")).ToBeHiddenAsync();
        Assert.DoesNotContain("sample-", await visit.ShownAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Another_language_is_one_choice_away_and_stays()
    {
        var app = await DemoAsync();
        var english = await VisitAsync(app.Address, Visitor.English);
        await english.LoadAsync();
        await Expect(english.Heading("frame.overview")).ToBeVisibleAsync();

        await english.Page.GetByLabel("语言").SelectOptionAsync("zh-CN");

        var heading = english.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = Words.Chinese["frame.overview"], Exact = true });
        await Expect(heading).ToBeVisibleAsync();
        await Expect(english.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await english.Page.ReloadAsync();
        await Expect(heading).ToBeVisibleAsync();
    }
}
