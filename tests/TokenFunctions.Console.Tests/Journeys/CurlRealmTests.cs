using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Journeys;

/// <summary>A realm out of the line of a provider's documentation.</summary>
public sealed class CurlRealmTests : ConsoleTest
{
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task It_is_drafted_tried_before_it_is_saved_and_gives_a_token(string language)
    {
        var stage = await StageAsync();
        stage.Provider.Play("bank", new Act { Secret = "secret-of-the-line" });
        var visit = await EnterAsync(stage, Visitor.Of(language));
        await visit.View("realms").ClickAsync();
        await visit.Link("realms.make_first").Or(visit.Link("realms.make")).First.ClickAsync();
        await visit.GoAsync("realms/new?from=curl");

        await visit.Field("realms.curl").FillAsync(
            $"curl -d grant_type=client_credentials -d client_id=line-id -d client_secret=secret-of-the-line {stage.Provider.Address}/bank/token");
        await visit.Field("realms.answer").FillAsync("""{"access_token":"abc","expires_in":7200}""");
        await visit.Button("realms.draft").ClickAsync();
        var editor = visit.Field("editor.label");
        await Expect(editor).ToBeVisibleAsync();
        Assert.DoesNotContain("secret-of-the-line", await visit.ShownAsync(), StringComparison.Ordinal);
        await editor.FillAsync((await editor.InputValueAsync()).Replace("\"id\": \"", "\"id\": \"my-", StringComparison.Ordinal));

        await visit.Button("editor.try").ClickAsync();
        await visit.Labelled("client_id").FillAsync("line-id");
        await visit.Labelled("client_secret").FillAsync("not-this-one");
        await visit.Button("trial.run").ClickAsync();
        await Expect(visit.Heading("trial.failure")).ToBeVisibleAsync();
        await visit.Labelled("client_secret").FillAsync("secret-of-the-line");
        await visit.Button("trial.run").ClickAsync();
        await Expect(visit.Heading("trial.token")).ToBeVisibleAsync();

        await visit.Button("editor.save").ClickAsync();
        await visit.Button("editor.save_now").ClickAsync();
        await visit.Field("secrets.key").FillAsync("main");
        await visit.Labelled("client_id").FillAsync("line-id");
        await visit.Labelled("client_secret").FillAsync("secret-of-the-line");
        await visit.Button("secrets.save").ClickAsync();
        await visit.Link("secrets.try").ClickAsync();
        await visit.Button("try.get").ClickAsync();
        await Expect(visit.Heading("try.got")).ToBeVisibleAsync();
    }
}
