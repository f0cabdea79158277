namespace TokenFunctions.Client.Attaching.Placing;

/// <summary>The text of a <c>Cookie</c> header (RFC 6265 §4.2).</summary>
internal static class CookieText
{
    /// <summary>Whether a value can stand in a pair: it must not end it.</summary>
    public static bool IsValue(string value) => !value.Contains(';', StringComparison.Ordinal);

    /// <summary>The pairs with this one, in the place of others of its name.</summary>
    /// <param name="given">The lines that the request has.</param>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">Its value.</param>
    public static string With(IEnumerable<string> given, string name, string value)
    {
        var others = given
            .SelectMany(line => line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(pair => !string.Equals(pair.Split('=', 2)[0].TrimEnd(), name, StringComparison.Ordinal));
        return string.Join("; ", others.Append($"{name}={value}"));
    }
}
