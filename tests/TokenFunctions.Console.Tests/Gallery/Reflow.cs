namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>Whether a page has to be scrolled sideways.</summary>
internal static class Reflow
{
    /// <summary>What is too wide; empty = nothing. What scrolls in a box of its own, as code does, may.</summary>
    public const string Script = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return '';
          const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1);
          return `${document.documentElement.scrollWidth} px: ` +
            wide.slice(0, 5).map((e) => `${e.localName}.${e.className}`).join(', ');
        }
        """;
}
