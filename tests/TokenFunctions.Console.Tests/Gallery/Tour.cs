using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>Somebody who is shown every view, one after the other.</summary>
internal sealed record Tour(Stage Stage, Visit Visit)
{
    /// <summary>Begins anew at the door, from wherever one is.</summary>
    public async Task ComeBackAsync()
    {
        await Visit.Page.SetViewportSizeAsync(Screen.Wide.Width, Screen.Wide.Height);
        await Visit.Page.GotoAsync("about:blank");
        await Visit.LoadAsync();
        await Visit.SignInAsync(Stage.AdminKey);
        await Expect(Visit.Heading("frame.overview")).ToBeVisibleAsync();
    }
}
