using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Safety;

/// <summary>What people and providers wrote is shown as they wrote it, and does nothing.</summary>
public sealed class MarkupTests : ConsoleTest
{
    private static readonly string InAddress = Uri.EscapeDataString(Markup.Text);

    /// <summary>Where each was planted, or comes in by the address.</summary>
    private static readonly string[] Places =
    [
        "realms", "realms/wecom", "realms/wecom/edit", "callers", "callers/billing", "overview",
        $"realms/{InAddress}", $"secrets/{InAddress}/x", $"callers/{InAddress}", $"try/{InAddress}/x", $"overview?keyword={InAddress}",
        $"realms?keyword={InAddress}", $"audit?who={InAddress}", $"realms/new?from=preset&preset={InAddress}",
    ];

    [BrowserFact]
    public async Task Wherever_it_comes_from()
    {
        var stage = await StageAsync();
        await FullStage.FillAsync(stage);
        var visit = await EnterAsync(stage, Visitor.English);
        visit.Faults.Expect(400, 404);

        foreach (var place in Places)
        {
            await visit.GoAsync(place);
            await Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
            var shown = await visit.Page.EvaluateAsync<string>(
                "() => document.body.innerText + [...document.querySelectorAll('input, textarea')].map((e) => e.value).join()");
            Assert.False(await visit.Page.EvaluateAsync<bool>(Markup.HasRun), place);
            Assert.True(shown.Contains("planted", StringComparison.Ordinal), $"{place}: not shown");
        }
    }

    [BrowserFact]
    public async Task What_a_provider_says_in_a_test_run_and_to_a_caller()
    {
        var stage = await StageAsync();
        await FullStage.FillAsync(stage);
        var visit = await EnterAsync(stage, Visitor.English);
        visit.Faults.Expect(502);

        await visit.GoAsync("realms/bank/test");
        await visit.Button("trial.run").ClickAsync();
        await Expect(visit.Heading("trial.failure")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("q").GetByText("planted")).ToBeVisibleAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>(Markup.HasRun));

        await visit.GoAsync("try/bank/main");
        await visit.Button("try.get").ClickAsync();
        await Expect(visit.Page.Locator("q").GetByText("planted")).ToBeVisibleAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>(Markup.HasRun));
    }
}
