using System.Net.Http.Headers;

namespace TokenFunctions.Client.Attaching.Hosts;

/// <summary>A <c>Host</c> that the caller set itself: a proxy or a server of many hosts would go by it and not by the
/// address (RFC 9110 §7.2).</summary>
internal static class HostHeader
{
    /// <summary>Whether the header is absent or says what the address says.</summary>
    public static bool IsOf(Uri address, HttpRequestHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Host", out var values)) return true;
        return values.Count == 1
            && HostText.TryParse(address.Scheme, values.ToString()) is { } named
            && HostText.IsSameOrigin(address, named);
    }
}
