using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Journeys;

/// <summary>The key by which people sign in: wrong, kept, forgotten.</summary>
public sealed class KeyTests : ConsoleTest
{
    public static TheoryData<string> Languages => ["en", "zh-CN"];

    [BrowserTheory]
    [MemberData(nameof(Languages))]
    public async Task A_wrong_key_is_told_at_its_field_and_a_right_one_goes_in(string language)
    {
        var stage = await StageAsync();
        var visit = await ComeAsync(stage, Visitor.Of(language));

        await visit.SignInAsync("no-key-of-this-service");

        var field = visit.Field("frame.door_api_key");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("no-key-of-this-service");
        await Expect(visit.View("overview")).ToHaveCountAsync(0);
        await visit.SignInAsync(Stage.AdminKey);
        await Expect(visit.View("overview")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_key_is_in_memory_only_unless_it_is_asked_to_be_kept()
    {
        var stage = await StageAsync();
        var visit = await ComeAsync(stage, Visitor.English);

        await visit.SignInAsync(Stage.AdminKey);
        await Expect(visit.View("overview")).ToBeVisibleAsync();
        Assert.DoesNotContain(Stage.AdminKey, await visit.StoredAsync(), StringComparison.Ordinal);
        await visit.Page.ReloadAsync();
        await Expect(visit.Field("frame.door_api_key")).ToHaveValueAsync("");

        await visit.SignInAsync(Stage.AdminKey, keep: true);
        await Expect(visit.View("overview")).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.View("overview")).ToBeVisibleAsync();
        Assert.DoesNotContain(Stage.AdminKey, await visit.Page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_signing_out_nothing_on_the_page_or_behind_it_knows_the_key(bool keep)
    {
        var stage = await StageAsync();
        await stage.SetUpAsync("secluded", StageRealms.Plain);
        var visit = await EnterAsync(stage, Visitor.English, keep: keep);
        await Expect(visit.Token("secluded", "main")).ToBeVisibleAsync();
        await visit.View("realms").ClickAsync();
        await Expect(visit.Heading("frame.realms")).ToBeVisibleAsync();

        await visit.Button("frame.sign_out").ClickAsync();

        await IsForgottenAsync(visit);
        await visit.Page.GoBackAsync();
        await IsForgottenAsync(visit);
        await visit.Page.ReloadAsync();
        await IsForgottenAsync(visit);
        var asked = (await visit.Traffic.ReadAsync()).Count;
        await visit.LoadAsync("overview");
        await IsForgottenAsync(visit);
        var since = (await visit.Traffic.ReadAsync()).Skip(asked);
        Assert.DoesNotContain(since, e => e.Sent.Contains(Stage.AdminKey, StringComparison.Ordinal));
    }

    private static async Task IsForgottenAsync(Visit visit)
    {
        await Expect(visit.Field("frame.door_api_key")).ToBeVisibleAsync();
        await Expect(visit.Field("frame.door_api_key")).ToHaveValueAsync("");
        Assert.DoesNotContain(Stage.AdminKey, await visit.StoredAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("secluded", await visit.ShownAsync(), StringComparison.Ordinal);
    }
}
