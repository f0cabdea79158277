namespace TokenFunctions.Host.Apply.Differences;

/// <summary>Addresses as they may be printed.</summary>
internal static class AddressText
{
    private const string Mask = "***";

    /// <summary>The address without query, fragment and user: those are where a credential would be.</summary>
    public static string WithoutQuery(string address)
    {
        var end = address.IndexOfAny(['?', '#']);
        var place = end < 0 ? address : address[..end];
        if (place.Contains('@', StringComparison.Ordinal)) return Mask;
        return end < 0 ? place : $"{place}{address[end]}{Mask}";
    }
}
