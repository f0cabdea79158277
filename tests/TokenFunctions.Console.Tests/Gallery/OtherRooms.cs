using TokenFunctions.Console.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>The rooms of secrets, callers, audit and tokens.</summary>
internal static class OtherRooms
{
    public static IEnumerable<Room> All =>
    [
        RealmRooms.Plain("secrets", "secrets"),
        RealmRooms.Plain("secret", "secrets/airline/main"),
        RealmRooms.Plain("secret-new", "secrets/new?realm=wecom&first=1"),
        RealmRooms.Plain("secret-replace", "secrets/airline/main/replace"),
        new("secret-rotate", RotateAsync) { LeaveAsync = RealmRooms.LeaveAsync },
        RealmRooms.Plain("callers", "callers"),
        RealmRooms.Plain("caller", "callers/billing"),
        RealmRooms.Plain("caller-new", "callers/new"),
        RealmRooms.Plain("caller-change", "callers/billing/edit"),
        new("caller-key", KeyAsync),
        RealmRooms.Plain("audit", "audit"),
        RealmRooms.Plain("try", "try"),
        new("try-answer", t => AskAsync(t, "airline", "try.got")),
        new("try-refused", t => AskAsync(t, "bank", "try.no_token")),
    ];

    private static async Task RotateAsync(Tour tour)
    {
        await RealmRooms.GoAsync(tour, "secrets/airline/main/rotate");
        await tour.Visit.Labelled("client_id").FillAsync("airline-id");
        await tour.Visit.Labelled("client_secret").FillAsync("typed-by-hand");
        await tour.Visit.Button("secrets.prove").ClickAsync();
        await Expect(tour.Visit.Text("secrets.proven_title")).ToBeVisibleAsync();
    }

    private static async Task KeyAsync(Tour tour)
    {
        await RealmRooms.GoAsync(tour, "callers/reports");
        await tour.Visit.Button("callers.key_second").ClickAsync();
        await tour.Visit.Button("callers.key_make").ClickAsync();
        await Expect(tour.Visit.Heading("callers.key_once")).ToBeVisibleAsync();
    }

    private static async Task AskAsync(Tour tour, string realm, string outcome)
    {
        await RealmRooms.GoAsync(tour, $"try/{realm}/main");
        await tour.Visit.Button("try.get").ClickAsync();
        await Expect(tour.Visit.Heading(outcome)).ToBeFocusedAsync();
    }
}
