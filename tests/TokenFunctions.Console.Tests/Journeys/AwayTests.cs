using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Journeys;

/// <summary>The service goes away while somebody works, and comes back.</summary>
public sealed class AwayTests : ConsoleTest
{
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task What_was_typed_stays_and_nobody_has_to_reload(string language)
    {
        var stage = await StageAsync();
        await stage.SetUpAsync("steady", StageRealms.Plain);
        var visit = await EnterAsync(stage, Visitor.Of(language));
        visit.Faults.ExpectSilence();
        await visit.GoAsync("realms/steady/edit");
        var editor = visit.Field("editor.label");
        await editor.PressSequentiallyAsync(" ");
        var typed = await editor.InputValueAsync();

        await stage.KillAsync();
        await editor.PressSequentiallyAsync(" ");
        await Expect(visit.Text("frame.away_long")).ToBeVisibleAsync();
        await stage.StartAgainAsync();

        await Expect(visit.Text("frame.away_long")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Expect(editor).ToHaveValueAsync($"{typed} ");
        await visit.View("overview").ClickAsync();
    }
}
