using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching.Redirects;

/// <summary>Finds a token in an address: an API that leads on with the query it was asked with names the token to the
/// next host.</summary>
internal static class Leak
{
    /// <summary>Whether the token stands in the address, plain or escaped, however often: an address that quotes
    /// another one escapes it once more.</summary>
    public static bool IsIn(Uri address, SecretText token)
    {
        var value = token.Reveal();
        var escaped = Uri.EscapeDataString(value);
        for (var text = address.AbsoluteUri; ;)
        {
            if (Has(text, value) || Has(text, escaped)) return true;
            var plainer = Uri.UnescapeDataString(text);
            if (plainer.Length == text.Length) return false;
            text = plainer;
        }
    }

    /// <summary>The address without the token: as it is, or scheme, host and port alone where the token stands in
    /// it.</summary>
    public static Uri Without(Uri address, SecretText token) =>
        IsIn(address, token) ? new Uri(address.GetLeftPart(UriPartial.Authority)) : address;

    private static bool Has(string text, string value) => text.Contains(value, StringComparison.OrdinalIgnoreCase);
}
