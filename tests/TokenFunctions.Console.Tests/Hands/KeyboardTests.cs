using Microsoft.Playwright;
using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Hands;

/// <summary>People who have no mouse.</summary>
public sealed class KeyboardTests : ConsoleTest
{
    private const int MostSteps = 60;

    private const string IsSeen = """
        () => {
          const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
          const isThere = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
          return isThere && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        }
        """;

    [BrowserFact]
    public async Task From_the_door_to_a_token_and_out_again()
    {
        var stage = await StageAsync();
        await stage.SetUpAsync("bank", StageRealms.Plain);
        var visit = await ComeAsync(stage, Visitor.English);
        await Expect(visit.Field("frame.door_api_key")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync(Stage.AdminKey);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Heading("frame.overview")).ToBeFocusedAsync();

        await TabToAsync(visit, visit.View("try"), "Shift+Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Heading("frame.try")).ToBeFocusedAsync();
        await TabToAsync(visit, visit.Field("try.ask_realm"));
        await visit.Page.Keyboard.TypeAsync("bank");
        await TabToAsync(visit, visit.Field("try.ask_key"));
        await visit.Page.Keyboard.TypeAsync("main");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Heading("try.got")).ToBeFocusedAsync();
        await TabToAsync(visit, visit.Button("try.show"));
        await visit.Page.Keyboard.PressAsync("Space");
        await Expect(visit.Page.GetByText(stage.Provider.Tokens.Single())).ToBeVisibleAsync();

        await TabToAsync(visit, visit.Page.GetByRole(AriaRole.Tab, new() { Name = "curl" }));
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(visit.Page.GetByRole(AriaRole.Tab, new() { Name = ".NET" })).ToBeFocusedAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("AddTokenFunctions");
        await TabToAsync(visit, visit.Button("frame.sign_out"), "Shift+Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Field("frame.door_api_key")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task The_first_step_of_a_page_leads_past_its_navigation()
    {
        var stage = await StageAsync();
        var visit = await EnterAsync(stage, Visitor.English, keep: true);
        await visit.Page.ReloadAsync();
        await Expect(visit.Heading("frame.overview")).ToBeVisibleAsync();

        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Button("frame.skip")).ToBeFocusedAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>(IsSeen));
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_dialog_takes_the_focus_holds_it_and_gives_it_back()
    {
        var stage = await StageAsync();
        await stage.SetUpAsync("bank", StageRealms.Plain);
        var visit = await EnterAsync(stage, Visitor.English);
        await visit.GoAsync("secrets/bank/main");
        var remove = visit.Page.GetByRole(AriaRole.Button, new() { Name = visit.Words["secrets.remove"] });
        await remove.FocusAsync();

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Dialog()).ToBeVisibleAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.activeElement.closest('dialog') !== null"));
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Dialog()).ToHaveCountAsync(0);
        await Expect(remove).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Who_wants_no_motion_gets_none()
    {
        const string Moving = "() => document.getAnimations().filter((a) => a.effect.getComputedTiming().duration > 0).length";
        var stage = await StageAsync();
        await stage.SetUpAsync("bank", StageRealms.Plain);
        var visit = await EnterAsync(stage, Visitor.English with { Motion = ReducedMotion.Reduce });
        // Held back, so that whatever turns while it is waited for would turn now.
        var answer = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/api/cache/token", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await visit.GoAsync("try/bank/main");

        await visit.Button("try.get").ClickAsync();
        await Expect(visit.Button("try.get")).ToHaveAttributeAsync("aria-disabled", "true");
        var moving = await visit.Page.EvaluateAsync<int>(Moving);
        answer.SetResult();

        Assert.Equal(0, moving);
        await Expect(visit.Heading("try.got")).ToBeVisibleAsync();
    }

    // Each stop on the way must be seen.
    private static async Task TabToAsync(Visit visit, ILocator place, string step = "Tab")
    {
        for (var i = 0; i < MostSteps; i++)
        {
            await visit.Page.Keyboard.PressAsync(step);
            var where = await visit.Page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)");
            Assert.True(await visit.Page.EvaluateAsync<bool>(IsSeen), $"The focus is not seen: {where}");
            if (await place.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }

        Assert.Fail($"Not reached in {MostSteps} steps.");
    }
}
