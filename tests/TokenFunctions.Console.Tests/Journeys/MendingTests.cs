using System.Net;
using Microsoft.Playwright;
using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Journeys;

/// <summary>A token that fails is found, understood and mended.</summary>
public sealed class MendingTests : ConsoleTest
{
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_wrong_credential_is_the_first_thing_that_is_seen_and_is_replaced_from_there(string language)
    {
        var stage = await StageAsync();
        stage.Provider.Play("bank", new Act { Secret = "right-one", Said = "The secret has ended." });
        await stage.SetUpAsync("bank", StageRealms.Plain, secret: "old-one");
        await stage.SetUpAsync("airline", StageRealms.Plain);
        Assert.Equal(HttpStatusCode.OK, (await stage.Api.TokenAsync("airline", "main")).Status);
        Assert.Equal(HttpStatusCode.BadGateway, (await stage.Api.TokenAsync("bank", "main")).Status);
        var visit = await EnterAsync(stage, Visitor.Of(language));

        await Expect(visit.Page.GetByRole(AriaRole.Heading).Filter(new() { HasText = " / " }).First)
            .ToHaveTextAsync("bank / main");
        var failing = visit.Token("bank", "main");
        await Expect(failing).ToContainTextAsync(visit.Words["overview.state_failing"]);
        await Expect(failing).ToContainTextAsync("The secret has ended.");
        await visit.Named(AriaRole.Link, visit.NameOf("overview.replace", "bank", "main")).ClickAsync();

        await visit.Labelled("client_id").FillAsync("bank-id");
        await visit.Labelled("client_secret").FillAsync("right-one");
        await visit.Button("secrets.replace").ClickAsync();
        await Expect(visit.Text("secrets.replaced", ("realm", "bank"), ("key", "main"))).ToBeVisibleAsync();
        await visit.Link("secrets.try").ClickAsync();
        await Expect(visit.Field("try.ask_realm")).ToHaveValueAsync("bank");
        await Expect(visit.Field("try.ask_key")).ToHaveValueAsync("main");
        await visit.Button("try.get").ClickAsync();
        await Expect(visit.Heading("try.got")).ToBeVisibleAsync();
        await visit.View("overview").ClickAsync();

        await Expect(visit.Token("bank", "main")).ToContainTextAsync(visit.Words["overview.state_fresh"]);
        await Expect(visit.Page.GetByText("The secret has ended.")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_was_mended_at_the_provider_is_tried_again_by_a_button()
    {
        var stage = await StageAsync();
        stage.Provider.Play("bank", new Act { Secret = "nobody-has-it" });
        await stage.SetUpAsync("bank", StageRealms.Plain);
        await stage.Api.TokenAsync("bank", "main");
        var visit = await EnterAsync(stage, Visitor.English);
        await Expect(visit.Token("bank", "main")).ToContainTextAsync(visit.Words["overview.state_failing"]);

        stage.Provider.Play("bank", new Act());
        await visit.Named(AriaRole.Button, visit.NameOf("overview.retry", "bank", "main")).ClickAsync();

        await Expect(visit.Text("overview.retried", ("name", "bank / main"))).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.OK, (await stage.Api.TokenAsync("bank", "main")).Status);
        // By itself, in the page's own time.
        await Expect(visit.Token("bank", "main")).ToContainTextAsync(visit.Words["overview.state_fresh"]);
    }
}
