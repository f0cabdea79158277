using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>The first rooms, and the last ones.</summary>
internal static class DoorRooms
{
    private static readonly (string Realm, string State)[] States =
    [
        ("airline", "fresh"), ("courier", "due"), ("ferry", "dead"), ("bank", "failing"), ("rotary", "uncertain"),
        ("suite", "waiting"), ("museum", "none"),
    ];

    public static IEnumerable<Room> First =>
    [
        new("sign-in", t => Expect(t.Visit.Field("frame.door_api_key")).ToBeVisibleAsync()),
        new("sign-in-wrong", async t =>
        {
            await t.Visit.SignInAsync("not-a-key");
            await Expect(t.Visit.Field("frame.door_api_key")).ToHaveAttributeAsync("aria-invalid", "true");
        }),
        new("overview", async t =>
        {
            await t.Visit.SignInAsync(Stage.AdminKey);
            foreach (var (realm, state) in States)
                await Expect(t.Visit.Token(realm, "main")).ToContainTextAsync(t.Visit.Words[$"overview.state_{state}"]);
        }),
    ];

    public static IEnumerable<Room> Last =>
    [
        new("nothing-allowed", async t =>
        {
            var key = await t.Stage.CallerAsync("idle", "");
            await t.Visit.Button("frame.sign_out").ClickAsync();
            await t.Visit.SignInAsync(key);
            await Expect(t.Visit.Heading("frame.nothing")).ToBeVisibleAsync();
        }),
        new("service-away", async t =>
        {
            await t.Visit.Button("frame.sign_out").ClickAsync();
            await t.Visit.SignInAsync(Stage.AdminKey);
            await Expect(t.Visit.Token("airline", "main")).ToBeVisibleAsync();
            await t.Stage.KillAsync();
            await t.Visit.Field("overview.search").FillAsync("a");
            await Expect(t.Visit.Text("frame.away_long")).ToBeVisibleAsync();
        }),
    ];
}
