using Microsoft.Playwright;
using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>A walk through all rooms, and what was noticed in each.</summary>
internal sealed class Walk
{
    private static readonly Screen[] Screens = [Screen.Wide, Screen.Phone];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
    private readonly List<string> closed = [];
    private readonly List<string> barriers = [];
    private readonly List<string> overflows = [];
    private readonly List<string> leaks = [];
    private readonly List<string> marks = [];

    /// <summary>Rooms that could not be entered or left.</summary>
    public IReadOnlyList<string> Closed => closed;

    /// <summary>What axe-core found.</summary>
    public IReadOnlyList<string> Barriers => barriers;

    /// <summary>Rooms that are wider than the smallest screen.</summary>
    public IReadOnlyList<string> Overflows => overflows;

    /// <summary>Rooms that hold a secret, or a token that nobody asked to see.</summary>
    public IReadOnlyList<string> Leaks => leaks;

    /// <summary>Rooms in which text became markup.</summary>
    public IReadOnlyList<string> Marks => marks;

    public IReadOnlyList<Exchange> Traffic { get; private set; } = [];

    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Walks through all of a new service.</summary>
    public async Task GoAsync(Stage stage, Visitor visitor)
    {
        await FullStage.FillAsync(stage);
        await using var visit = await Visit.BeginAsync(stage.Address, visitor with { BringsAxe = true });
        // A wrong key; a token that the provider refuses.
        visit.Faults.Expect(401, 502);
        visit.Faults.ExpectSilence();
        await visit.LoadAsync();
        var tour = new Tour(stage, visit);
        foreach (var room in DoorRooms.First.Concat(RealmRooms.All).Concat(OtherRooms.All).Concat(DoorRooms.Last))
            await VisitAsync(tour, room);
        Traffic = await visit.Traffic.ReadAsync();
        Faults = visit.Faults.Unexpected;
    }

    private async Task VisitAsync(Tour tour, Room room)
    {
        try
        {
            await room.EnterAsync(tour);
            await LookAsync(tour, room.Name);
            await room.LeaveAsync(tour);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            closed.Add($"{room.Name}: {e.Message}");
            await tour.ComeBackAsync();
        }
    }

    // axe-core takes half the time of a walk. The two languages share the four looks of a room; with pictures each has all.
    private static bool IsLookedAt(Tour tour, Screen screen, ColorScheme scheme) =>
        Pictures.AreWanted
        || (screen == Screen.Wide) == (scheme == ColorScheme.Light) == (tour.Visit.Words.Language == "en");

    private async Task LookAsync(Tour tour, string room)
    {
        var page = tour.Visit.Page;
        foreach (var screen in Screens)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var scheme in Schemes.Where(scheme => IsLookedAt(tour, screen, scheme)))
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                barriers.AddRange((await Axe.FindAsync(page)).Select(b => $"{room}, {screen.Name}, {scheme}: {b}"));
                await Pictures.TakeAsync(tour.Visit, room, screen, scheme);
            }
        }

        await page.SetViewportSizeAsync(Screen.Zoomed.Width, Screen.Zoomed.Height);
        if (await page.EvaluateAsync<string>(Reflow.Script) is { Length: > 0 } wide) overflows.Add($"{room}: {wide}");
        await page.SetViewportSizeAsync(Screen.Wide.Width, Screen.Wide.Height);
        if (await page.EvaluateAsync<bool>(Markup.HasRun)) marks.Add(room);
        leaks.AddRange(await Leaking.FindAsync(tour, room));
    }
}
