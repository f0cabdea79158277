using System.Text.RegularExpressions;

namespace TokenFunctions.Http.Tests.Languages;

/// <summary>Finds English sentences in a Chinese text. Names, and what is in quotes, stay as they are.</summary>
internal static partial class EnglishLeft
{
    /// <summary>The first English words in a row; null = there are none.</summary>
    public static string? In(string text)
    {
        var found = Words().Match(Quoted().Replace(text, "_"));
        return found.Success ? found.Value : null;
    }

    [GeneratedRegex("`[^`]*`|'[^']*'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[a-z]{1,12} [a-z]{1,12} [a-z]{1,12}\b", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
