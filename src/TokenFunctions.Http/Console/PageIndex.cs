using TokenFunctions.Http.Access;
using TokenFunctions.Http.Languages;

namespace TokenFunctions.Http.Console;

/// <summary>The page itself, in each language. It names all of its modules and its words, so that a browser asks for
/// them at once and not one after the other.</summary>
/// <param name="access">What the sign-in must offer.</param>
internal sealed class PageIndex(AccessRules access)
{
    private const string MediaType = "text/html; charset=utf-8";

    private readonly Lazy<Dictionary<Language, PageContent>> byLanguage = new(() => Language.All.ToDictionary(
        language => language, language => new PageContent(MediaType, Fill(language.Tag, access))));

    /// <summary>The page in a language.</summary>
    public PageContent In(Language language) => byLanguage.Value[language];

    private static string Fill(string language, AccessRules access) => PageFiles.Template
        .Replace("{{preload}}", string.Join('\n', [.. Modules(), Words(language)]), StringComparison.Ordinal)
        .Replace("{{lang}}", language, StringComparison.Ordinal)
        .Replace("{{title}}", Product.Name, StringComparison.Ordinal)
        .Replace("{{platform}}", OnOff(access.TrustAppServiceIdentity), StringComparison.Ordinal)
        .Replace("{{host}}", OnOff(access.IsBehindHost), StringComparison.Ordinal);

    private static IEnumerable<string> Modules() => PageFiles.Names
        .Where(name => name.EndsWith(".js", StringComparison.Ordinal))
        .Select(name => $"<link rel=\"modulepreload\" href=\"console/{name}\">");

    private static string Words(string language) =>
        $"<link rel=\"preload\" as=\"fetch\" crossorigin href=\"console/words/{language}.json\">";

    private static string OnOff(bool isOn) => isOn ? "on" : "off";
}
