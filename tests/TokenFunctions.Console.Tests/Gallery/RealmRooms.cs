using TokenFunctions.Console.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>The rooms of realms.</summary>
internal static class RealmRooms
{
    public static IEnumerable<Room> All =>
    [
        Plain("realms", "realms"),
        Plain("realm", "realms/wecom"),
        Plain("realm-new", "realms/new"),
        Plain("realm-presets", "realms/new?from=preset"),
        Plain("realm-of-preset", "realms/new?from=preset&preset=wecom-app"),
        new("realm-of-curl", DraftAsync) { LeaveAsync = LeaveAsync },
        new("editor-with-errors", ErrAsync) { LeaveAsync = LeaveAsync },
        new("difference", DifferAsync) { LeaveAsync = SaveAsync },
        new("test-run", t => TryAsync(t, "airline", "trial.token")),
        new("test-run-failed", t => TryAsync(t, "bank", "trial.failure")),
    ];

    /// <summary>A view that has nothing to do but to be there.</summary>
    public static Room Plain(string name, string address) => new(name, t => GoAsync(t, address));

    /// <summary>Goes there and waits for the heading that takes the focus once all is there.</summary>
    public static async Task GoAsync(Tour tour, string address)
    {
        await tour.Visit.GoAsync(address);
        await Expect(tour.Visit.Page.Locator("h1")).ToBeFocusedAsync();
    }

    /// <summary>What was typed is given up.</summary>
    public static async Task LeaveAsync(Tour tour)
    {
        await tour.Visit.View("overview").ClickAsync();
        await tour.Visit.Button("editor.leave").ClickAsync();
        await Expect(tour.Visit.Heading("frame.overview")).ToBeVisibleAsync();
    }

    private static async Task DraftAsync(Tour tour)
    {
        await GoAsync(tour, "realms/new?from=curl");
        await tour.Visit.Field("realms.curl").FillAsync("curl -u an-id:a-secret -d grant_type=client_credentials https://login.example.com/token");
        await tour.Visit.Button("realms.draft").ClickAsync();
        await Expect(tour.Visit.Field("editor.label")).ToBeVisibleAsync();
        await ChecksAsync(tour);
    }

    private static async Task ErrAsync(Tour tour)
    {
        await GoAsync(tour, "realms/bank/edit");
        var editor = tour.Visit.Field("editor.label");
        var text = await editor.InputValueAsync();
        await editor.FillAsync(text.Replace("\"form\"", "\"forms\"", StringComparison.Ordinal).Replace("\"body\"", "\"bodies\"", StringComparison.Ordinal));
        await Expect(editor).ToHaveAttributeAsync("aria-invalid", "true");
    }

    private static async Task DifferAsync(Tour tour)
    {
        await GoAsync(tour, "realms/airline/edit");
        var editor = tour.Visit.Field("editor.label");
        var text = await editor.InputValueAsync();
        await editor.FillAsync(text.Replace("\"token_path\"", "\"method\": \"POST\",\n    \"token_path\"", StringComparison.Ordinal));
        await ChecksAsync(tour);
        await tour.Visit.Button("editor.save").ClickAsync();
        await Expect(tour.Visit.Dialog()).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(Tour tour)
    {
        await tour.Visit.Button("editor.save_now").ClickAsync();
        await Expect(tour.Visit.Dialog()).ToHaveCountAsync(0);
        await Expect(tour.Visit.Link("realms.edit")).ToBeVisibleAsync();
    }

    private static Task ChecksAsync(Tour tour) => Expect(tour.Visit.Text("editor.fine")).ToBeVisibleAsync();

    private static async Task TryAsync(Tour tour, string realm, string outcome)
    {
        await GoAsync(tour, $"realms/{realm}/test");
        await tour.Visit.Button("trial.run").ClickAsync();
        await Expect(tour.Visit.Heading(outcome)).ToBeVisibleAsync();
    }
}
