namespace TokenFunctions.Http.Tests.Languages;

/// <summary>Texts that tests make up where the service would have its own.</summary>
internal static class MadeUp
{
    private static readonly string[] Beginnings =
    [
        "Too many calls.",
        "Too fast.",
        "The provider does not know the credential.",
        "is required",
        "Why.",
        "must be GET, POST or PUT",
    ];

    public static bool Has(string text) => Array.Exists(Beginnings, beginning => text.StartsWith(beginning, StringComparison.Ordinal));
}
