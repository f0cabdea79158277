using Microsoft.Playwright;
using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>Pictures of the rooms, for people to look at, when <c>PICTURES=true</c> asks for them.</summary>
internal static class Pictures
{
    private static readonly string Folder = Path.Combine(Node.Repository, "artifacts", "pictures");

    /// <summary>Whether somebody does.</summary>
    public static bool AreWanted =>
        string.Equals(Environment.GetEnvironmentVariable("PICTURES"), "true", StringComparison.OrdinalIgnoreCase);

    public static async Task TakeAsync(Visit visit, string room, Screen screen, ColorScheme scheme)
    {
        if (!AreWanted) return;
        var name = $"{room}-{visit.Words.Language}-{scheme}-{screen.Name}.png".ToLowerInvariant();
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name), FullPage = true });
    }
}
