namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>How large a page is shown, in CSS pixels.</summary>
internal sealed record Screen(string Name, int Width, int Height)
{
    public static readonly Screen Wide = new("wide", 1440, 900);

    public static readonly Screen Phone = new("phone", 390, 844);

    /// <summary>1280 pixels at a zoom of 400 % (WCAG 2.2, 1.4.10).</summary>
    public static readonly Screen Zoomed = new("zoomed", 320, 256);
}
