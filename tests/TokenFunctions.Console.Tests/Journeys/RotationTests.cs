using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Gallery;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Journeys;

/// <summary>A secret is rotated: the new one beside the old one until it is proven.</summary>
public sealed class RotationTests : ConsoleTest
{
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task New_values_that_fail_change_nothing_and_those_that_work_take_over(string language)
    {
        var stage = await StageAsync();
        await stage.SetUpAsync("bank", StageRealms.Plain, secret: "old-one");
        var first = await stage.Api.TokenAsync("bank", "main");
        stage.Provider.Play("bank", new Act { Secret = "new-one" });
        var visit = await EnterAsync(stage, Visitor.Of(language));
        await visit.GoAsync("secrets/bank/main");
        await visit.Link("secrets.rotate").ClickAsync();

        await visit.Labelled("client_id").FillAsync("bank-id");
        await visit.Labelled("client_secret").FillAsync("wrong-one");
        await visit.Button("secrets.prove").ClickAsync();
        await Expect(visit.Heading("secrets.unproven")).ToBeVisibleAsync();
        await Expect(visit.Text("secrets.nothing_changed")).ToBeVisibleAsync();
        Assert.Equal(first.Token, (await stage.Api.TokenAsync("bank", "main")).Token);

        await visit.Labelled("client_secret").FillAsync("new-one");
        await visit.Button("secrets.prove").ClickAsync();
        await Expect(visit.Text("secrets.proven_title")).ToBeVisibleAsync();
        Assert.Equal(first.Token, (await stage.Api.TokenAsync("bank", "main")).Token);
        await visit.Button("secrets.replace_now").ClickAsync();

        await Expect(visit.Text("secrets.works_title")).ToBeVisibleAsync();
        var now = await stage.Api.TokenAsync("bank", "main");
        Assert.Equal(first.Generation + 1, now.Generation);
        Assert.Contains(now.Token, stage.Provider.Tokens);
        // Whether it works is told without it.
        Assert.Empty(Leaking.InTraffic(stage, await visit.Traffic.ReadAsync()));
    }
}
