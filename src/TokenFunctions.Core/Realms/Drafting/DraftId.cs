using TokenFunctions.Realms.Drafting.Presets;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Drafting;

/// <summary>Suggests a realm's id.</summary>
internal static class DraftId
{
    private const string Fallback = "new-realm";
    private static readonly string[] Common =
        ["www", "api", "login", "auth", "oauth", "oauth2", "id", "open", "accounts"];

    /// <summary>An id from the host of a drafted URL: its telling labels with dashes between.</summary>
    public static string Of(string url)
    {
        var labels = new UrlPattern(url).Host.Split(':')[0].Split('.')
            .Where(label => label.Length > 0 && !label.Contains('*', StringComparison.Ordinal)).ToList();
        var isAddress = labels.All(label => label.All(char.IsAsciiDigit));
        if (labels.Count > 1 && !isAddress) labels.RemoveAt(labels.Count - 1);
        if (labels.Count > 1 && labels[^1] is "co" or "com" or "net" or "org") labels.RemoveAt(labels.Count - 1);
        while (labels.Count > 1 && Common.Contains(labels[0], StringComparer.Ordinal)) labels.RemoveAt(0);
        var id = string.Join('-', labels);
        return NameRule.IsValid(id) ? id : Fallback;
    }
}
