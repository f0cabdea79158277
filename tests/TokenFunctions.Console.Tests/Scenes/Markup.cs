namespace TokenFunctions.Console.Tests.Scenes;

/// <summary>Text that would do something if a page took it for its own markup.</summary>
internal static class Markup
{
    /// <summary>Leaves an element, and a mark on the window.</summary>
    public const string Text = "<img src=planted onerror=\"window.planted=1\"><b id=planted>bold</b>";

    /// <summary>What of it is there also where it stands in JSON.</summary>
    public const string Part = "img src=planted onerror=";

    /// <summary>Whether it did.</summary>
    public const string HasRun = "() => 'planted' in window || document.querySelector('#planted, [src=planted], [onerror]') !== null";
}
