using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Realms.Egress;

/// <summary>The IPv4 addresses that hide in IPv6 ones.</summary>
internal static class AddressForms
{
    private static readonly AddressBlock SixToFour = AddressBlock.Of("2002::/16");
    private static readonly AddressBlock Teredo = AddressBlock.Of("2001::/32");
    private static readonly AddressBlock[] LastFourBytes =
        [.. new[] { "::ffff:0:0/96", "::/96", "64:ff9b::/96", "64:ff9b:1::/48" }.Select(AddressBlock.Of)];

    /// <summary>The address itself and every address that it leads to: mapped, compatible, NAT64 (RFC 6052, RFC 8215),
    /// 6to4 (RFC 3056), Teredo's server and client (RFC 4380, the client's bits turned over).</summary>
    public static IEnumerable<IPAddress> All(IPAddress address)
    {
        yield return address;
        if (address.AddressFamily != AddressFamily.InterNetworkV6) yield break;
        var bytes = address.GetAddressBytes();
        if (LastFourBytes.Any(block => block.Contains(address))) yield return new IPAddress(bytes.AsSpan(12, 4));
        if (SixToFour.Contains(address)) yield return new IPAddress(bytes.AsSpan(2, 4));
        if (!Teredo.Contains(address)) yield break;
        yield return new IPAddress(bytes.AsSpan(4, 4));
        yield return new IPAddress([.. bytes.Skip(12).Select(b => (byte)~b)]);
    }

    /// <summary>The IPv4 address that an IPv4-mapped one is connected to; any other address as it is.</summary>
    public static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>The IPv6 zone; 0 = none, as for IPv4, where asking for it throws.</summary>
    public static long ScopeIdOrZero(this IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
