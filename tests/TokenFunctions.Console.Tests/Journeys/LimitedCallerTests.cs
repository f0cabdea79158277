using Microsoft.Playwright;
using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Journeys;

/// <summary>A caller that may read and see the tokens of one realm.</summary>
public sealed class LimitedCallerTests : ConsoleTest
{
    private static readonly string[] NotForThem = ["realms", "secrets", "callers", "audit"];

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task They_see_that_realm_and_nothing_else(string language)
    {
        var stage = await StageAsync();
        await stage.SetUpAsync("theirs", StageRealms.Plain);
        await stage.SetUpAsync("foreign", StageRealms.Plain);
        stage.Provider.Play("theirs", new Act { Refusal = 401 });
        await stage.Api.TokenAsync("theirs", "main");
        var key = await stage.CallerAsync("clerk", """{"realm":"theirs","key":"*","verbs":["read","status"]}""");
        var visit = await EnterAsync(stage, Visitor.Of(language), key);

        await Expect(visit.View("overview")).ToBeVisibleAsync();
        await Expect(visit.View("try")).ToBeVisibleAsync();
        foreach (var view in NotForThem) await Expect(visit.View(view)).ToHaveCountAsync(0);
        await Expect(visit.Token("theirs", "main")).ToBeVisibleAsync();
        await Expect(visit.Named(AriaRole.Link, visit.NameOf("frame.try", "theirs", "main"))).ToBeVisibleAsync();
        await Expect(visit.Named(AriaRole.Button, visit.NameOf("overview.retry", "theirs", "main"))).ToHaveCountAsync(0);
        await Expect(visit.Named(AriaRole.Link, visit.NameOf("overview.replace", "theirs", "main"))).ToHaveCountAsync(0);

        foreach (var view in NotForThem)
        {
            await visit.GoAsync(view);
            await Expect(visit.Heading("frame.overview")).ToBeVisibleAsync();
        }

        var seen = await visit.Traffic.ReadAsync();
        Assert.DoesNotContain(seen, e => e.GotBody.Contains("foreign", StringComparison.Ordinal));
        // Nothing is asked for that would be refused.
        Assert.DoesNotContain(seen, e => e.Status == 403);
    }
}
