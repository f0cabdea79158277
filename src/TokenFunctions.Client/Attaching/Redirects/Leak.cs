using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching.Redirects;

/// <summary>Finds a token in an address: an API that leads on with the query it was asked with names the token to the
/// next host.</summary>
internal static class Leak
{
    /// <summary>Whether the token stands in the address, plain or escaped.</summary>
    public static bool IsIn(Uri address, SecretText token)
    {
        var (text, value) = (address.AbsoluteUri, token.Reveal());
        return Has(text, value) || Has(Uri.UnescapeDataString(text), value) || Has(text, Uri.EscapeDataString(value));
    }

    private static bool Has(string text, string value) => text.Contains(value, StringComparison.OrdinalIgnoreCase);
}
