using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>Reads <c>networks</c>: the blocks of addresses that a caller may ask from, in CIDR notation (RFC 4632
/// §3.1, RFC 4291 §2.3) and written in the one way that leaves nothing to guess.</summary>
internal static class NetworksInput
{
    private const string Field = "networks";
    private const int MaxNetworks = 100;
    // The longest address of IPv6, with its prefix.
    private const int MaxLength = 49;
    private const string InWords =
        "a block of addresses in its shortest form, with no bit set behind the prefix, such as 10.1.0.0/16,"
        + " 192.0.2.7/32 or 2001:db8::/32";

    /// <summary>The networks; empty = absent or at fault.</summary>
    public static IReadOnlyList<IPNetwork> Read(Members members, FirstFault fault)
    {
        var networks = new List<IPNetwork>();
        foreach (var item in members.List(Field, MaxNetworks) ?? [])
        {
            if (item.ValueKind != JsonValueKind.String || Parse(item.GetString()!) is not { } network)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{Field}[{networks.Count}]");
                fault.Add(InputProblem.InvalidValue(place, InWords));
                return [];
            }

            networks.Add(network);
        }

        return networks;
    }

    /// <summary>The network; null = it is not written so. What the framework reads beyond that, such as 10/8 or octal
    /// numbers, other programs read otherwise.</summary>
    public static IPNetwork? Parse(string text)
    {
        // A zone (RFC 4007 §11) means something on one machine only.
        if (text.Length > MaxLength || text.Contains('%') || !IPNetwork.TryParse(text, out var network)) return null;
        if (!network.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) return null;
        // An address of IPv4 is compared as such, so a block of mapped ones would hold nobody.
        var isMapped = network.BaseAddress is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true };
        return isMapped ? null : network;
    }
}
