using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Realms.Egress;

/// <summary>The IPv4 addresses that hide in IPv6 ones.</summary>
internal static class AddressForms
{
    private static readonly AddressBlock SixToFour = AddressBlock.Of("2002::/16");
    private static readonly AddressBlock Teredo = AddressBlock.Of("2001::/32");
    private static readonly AddressBlock LocalNat64 = AddressBlock.Of("64:ff9b:1::/48");

    // Mapped and compatible (RFC 4291 §2.5.5), translated (RFC 2765 §2.1), NAT64 (RFC 6052 §2.1).
    private static readonly AddressBlock[] LastFourBytes =
        [.. new[] { "::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96" }.Select(AddressBlock.Of)];

    // RFC 6052 §2.2 for prefixes of 48, 56, 64 and 96 bits; the ninth byte is not used.
    private static readonly int[][] Nat64Places = [[6, 7, 9, 10], [7, 9, 10, 11], [9, 10, 11, 12], [12, 13, 14, 15]];

    /// <summary>The address itself and every address that it leads to: mapped, compatible, translated, NAT64 (RFC 6052,
    /// RFC 8215), 6to4 (RFC 3056), ISATAP (RFC 5214), Teredo's server and client (RFC 4380, the client's bits turned
    /// over).</summary>
    public static IEnumerable<IPAddress> All(IPAddress address)
    {
        yield return address;
        if (address.AddressFamily != AddressFamily.InterNetworkV6) yield break;
        var bytes = address.GetAddressBytes();
        if (IsIsatap(address) || LastFourBytes.Any(block => block.Contains(address)))
            yield return new IPAddress(bytes.AsSpan(12, 4));
        if (SixToFour.Contains(address)) yield return new IPAddress(bytes.AsSpan(2, 4));
        if (LocalNat64.Contains(address))
            foreach (var places in Nat64Places) yield return new IPAddress([.. places.Select(at => bytes[at])]);
        if (!Teredo.Contains(address)) yield break;
        yield return new IPAddress(bytes.AsSpan(4, 4));
        yield return new IPAddress([.. bytes.Skip(12).Select(b => (byte)~b)]);
    }

    /// <summary>Whether the address's second half is that of a tunnel's end inside a site (RFC 5214 §6.1), which any
    /// first half can have.</summary>
    public static bool IsIsatap(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6
        && address.GetAddressBytes().AsSpan(8, 4) is [0x00 or 0x02, 0x00, 0x5e, 0xfe];

    /// <summary>The IPv4 address that an IPv4-mapped one is connected to; any other address as it is.</summary>
    public static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>The IPv6 zone; 0 = none, as for IPv4, where asking for it throws.</summary>
    public static long ScopeIdOrZero(this IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
