using TokenFunctions.Client.Attaching.Hosts;
using TokenFunctions.Client.Attaching.Redirects;

namespace TokenFunctions.Client.Attaching.Placing;

/// <summary>Makes what is sent in the place of the caller's request, which stays as it is: what the caller or a log
/// reads there later holds no token. The content is the caller's own.</summary>
internal static class RequestCopy
{
    /// <summary>The request for a hop.</summary>
    /// <param name="original">The caller's request.</param>
    /// <param name="hop">Where it goes now.</param>
    /// <param name="place">The header that tokens are put into; null = they go elsewhere.</param>
    public static HttpRequestMessage Of(HttpRequestMessage original, Hop hop, string? place)
    {
        var copy = new HttpRequestMessage(hop.Method, hop.Address)
        {
            Version = original.Version,
            VersionPolicy = original.VersionPolicy,
            Content = hop.Content,
        };
        foreach (var (name, values) in original.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, value) in original.Options) copy.Options.TryAdd(name, value);
        copy.Options.Set(TokenRequestOptions.IsFollowed, true);
        if (hop.Number > 0) LeaveBehind(copy, original, hop, place);
        return copy;
    }

    // What was meant for the first address only.
    private static void LeaveBehind(HttpRequestMessage copy, HttpRequestMessage original, Hop hop, string? place)
    {
        copy.Headers.Host = null;
        copy.Headers.Authorization = null;
        copy.Headers.ProxyAuthorization = null;
        if (place is not null) copy.Headers.Remove(place);
        if (hop.Content is null && original.Content is not null)
            (copy.Headers.TransferEncodingChunked, copy.Headers.ExpectContinue) = (null, null);
        if (HostText.IsSameOrigin(original.RequestUri!, hop.Address)) return;
        copy.Headers.Remove("Cookie");
        copy.Headers.Referrer = null;
    }
}
