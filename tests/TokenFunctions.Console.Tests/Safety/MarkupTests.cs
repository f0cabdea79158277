using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Safety;

/// <summary>What people and providers wrote is shown as they wrote it, and does nothing.</summary>
public sealed class MarkupTests : ConsoleTest
{
    private const string Texts =
        "() => document.body.innerText + [...document.querySelectorAll('input, textarea')].map((e) => e.value).join()";

    private static readonly string InAddress = Uri.EscapeDataString(Markup.Text);

    /// <summary>Where it was planted.</summary>
    private static readonly string[] Planted = ["realms", "realms/wecom", "realms/wecom/edit", "callers", "callers/billing", "overview"];

    /// <summary>Addresses that somebody could send.</summary>
    private static readonly string[] Sent =
    [
        $"realms/{InAddress}", $"realms/{InAddress}/edit", $"realms/{InAddress}/test", $"secrets/{InAddress}/x", $"callers/{InAddress}",
        $"try/{InAddress}/x", $"overview?keyword={InAddress}", $"overview?state={InAddress}", $"realms?keyword={InAddress}",
        $"audit?who={InAddress}&action={InAddress}", $"realms/new?from=preset&preset={InAddress}", $"secrets/new?realm={InAddress}", InAddress,
    ];

    [BrowserFact]
    public async Task Notes_of_people_and_names_of_things()
    {
        var visit = await EnterAsync(await FullAsync(), Visitor.English);

        foreach (var place in Planted)
        {
            await visit.GoAsync(place);
            await Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
            var shown = await visit.Page.EvaluateAsync<string>(Texts);
            Assert.True(shown.Contains(Markup.Part, StringComparison.Ordinal), $"{place} does not show it.");
            Assert.False(await visit.Page.EvaluateAsync<bool>(Markup.HasRun), place);
        }
    }

    [BrowserFact]
    public async Task Addresses_that_somebody_sends()
    {
        var visit = await EnterAsync(await FullAsync(), Visitor.English);
        visit.Faults.Expect(400, 404);

        foreach (var place in Sent)
        {
            await visit.GoAsync(place);
            await Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
            Assert.False(await visit.Page.EvaluateAsync<bool>(Markup.HasRun), place);
        }
    }

    [BrowserFact]
    public async Task What_a_provider_says_in_a_test_run_and_to_a_caller()
    {
        var visit = await EnterAsync(await FullAsync(), Visitor.English);
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

    private async Task<Stage> FullAsync()
    {
        var stage = await StageAsync();
        await FullStage.FillAsync(stage);
        return stage;
    }
}
