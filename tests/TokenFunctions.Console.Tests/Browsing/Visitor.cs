using Microsoft.Playwright;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>Who comes to the page: with which language, eyes and screen.</summary>
internal sealed record Visitor(Words Words)
{
    public static readonly Visitor English = new(Words.English);

    public static readonly Visitor Chinese = new(Words.Chinese);

    public Screen Screen { get; init; } = Screen.Wide;

    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    public ReducedMotion Motion { get; init; } = ReducedMotion.Reduce;

    /// <summary>Whether axe-core comes along.</summary>
    public bool BringsAxe { get; init; }

    public static Visitor Of(string language) => new(Words.In(language));

    public BrowserNewContextOptions Options() => new()
    {
        Locale = Words.Language,
        ViewportSize = new ViewportSize { Width = Screen.Width, Height = Screen.Height },
        ColorScheme = Scheme,
        ReducedMotion = Motion,
    };
}
