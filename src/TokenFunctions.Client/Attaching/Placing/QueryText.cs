namespace TokenFunctions.Client.Attaching.Placing;

/// <summary>Changes the query of an address.</summary>
internal static class QueryText
{
    /// <summary>The address with this pair at the end, in the place of others of its name.</summary>
    public static Uri With(Uri address, string name, string value)
    {
        var query = Without(address.Query, name);
        var pair = $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";
        return Put(address, query.Length > 0 ? $"{query}&{pair}" : pair);
    }

    /// <summary>The address without the pairs of this name; the same one where it has none.</summary>
    public static Uri Without(Uri address, string name)
    {
        var query = Without(address.Query, name);
        return query.Length == address.Query.TrimStart('?').Length ? address : Put(address, query);
    }

    private static string Without(string query, string name)
    {
        var pairs = query.StartsWith('?') ? query[1..] : query;
        if (pairs.Length == 0) return pairs;
        var others = pairs.Split('&').Where(pair => !string.Equals(NameOf(pair), name, StringComparison.Ordinal));
        return string.Join('&', others);
    }

    private static string NameOf(string pair) =>
        Uri.UnescapeDataString(pair.Split('=', 2)[0].Replace('+', ' '));

    // What follows `#` is not sent (RFC 9110 §4.2.5).
    private static Uri Put(Uri address, string query)
    {
        var head = address.GetComponents(
            UriComponents.SchemeAndServer | UriComponents.UserInfo | UriComponents.Path, UriFormat.UriEscaped);
        return new(query.Length > 0 ? $"{head}?{query}" : head);
    }
}
