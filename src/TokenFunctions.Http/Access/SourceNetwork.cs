using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Http.Access;

/// <summary>What sources are counted by: who has one IPv6 address has the 2^64 of its network (RFC 4291 §2.5.1), so
/// that is one source; an IPv4 address is its own.</summary>
internal static class SourceNetwork
{
    private const int NetworkBytes = 8;

    /// <summary>The first address of the network; an IPv4 address itself.</summary>
    public static IPAddress Of(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }

    /// <summary>The same for people: <c>2001:db8:1:2::/64</c>, or the IPv4 address.</summary>
    public static string TextOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"{Of(address)}/64" : address.ToString();
}
