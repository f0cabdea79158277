using System.Net;
using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Access;

/// <summary>Finds out from which address a request came.</summary>
/// <remarks>Behind the Functions host the connection is always one of this machine, and the host overwrites
/// <c>X-Forwarded-For</c> with the address of its own peer, a front end of the platform. So there only a header that
/// an operator has named says anything, and without one the address is not known.</remarks>
internal sealed class SourceReader(AccessRules rules)
{
    /// <summary>The client's address, an IPv4 one never in its IPv6 form; null = not known.</summary>
    public IPAddress? Read(HttpContext context)
    {
        var address = rules switch
        {
            { IsBehindHost: false } => context.Connection.RemoteIpAddress,
            { ClientAddressHeader: { } header } => Parse(context.Request.Headers[header].ToString()),
            _ => null,
        };
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }

    // With a port or without. Two addresses mean that a client has put its own beside the platform's: they are no
    // address, and so nobody's.
    private static IPAddress? Parse(string text) => IPEndPoint.TryParse(text.Trim(), out var end) ? end.Address : null;
}
