using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Realms.Egress;

/// <summary>Which addresses are on the public Internet.</summary>
internal static class AddressClass
{
    // The IANA registries of special-purpose addresses (RFC 6890), and Azure's host node 168.63.129.16.
    private static readonly AddressBlock[] NotPublicV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(AddressBlock.Of),
    ];

    // Global unicast is 2000::/3 and nothing else (RFC 4291 §2.4); these parts of it are not, or lead into IPv4.
    private static readonly AddressBlock GlobalV6 = AddressBlock.Of("2000::/3");
    private static readonly AddressBlock[] NotPublicV6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(AddressBlock.Of)];

    // The clouds' doors to credentials. All that is link-local: Azure's identity endpoints, Tencent's and Scaleway's
    // metadata lie beside 169.254.169.254, and OpenStack's in fe80::/10. Then Azure's host node, Alibaba, Volcengine,
    // Oracle; and by IPv6 Amazon, Google, Oracle, Scaleway, Akamai, Alibaba.
    private static readonly AddressBlock[] Metadata =
    [
        .. new[]
        {
            "169.254.0.0/16", "fe80::/10", "168.63.129.16", "100.100.100.200", "100.96.0.96", "192.0.0.192",
            "fd00:ec2::/32", "fd20:ce::254", "fd00:c1::a9fe:a9fe", "fd00:42::42", "fd00:a9fe:a9fe::1",
            "fd00:100::100:200",
        }.Select(AddressBlock.Of),
    ];

    /// <summary>Whether anybody's server may be there. Mapped and tunnelled forms are not public, whatever they hold,
    /// and neither is an address with a zone.</summary>
    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !NotPublicV4.Any(block => block.Contains(address)),
        AddressFamily.InterNetworkV6 =>
            address.ScopeId == 0 && GlobalV6.Contains(address) && !AddressForms.IsIsatap(address)
            && !NotPublicV6.Any(block => block.Contains(address)),
        _ => false,
    };

    /// <summary>Whether the address is, or leads to, a place where a cloud hands out credentials. No setting opens
    /// it.</summary>
    public static bool IsMetadata(IPAddress address) =>
        AddressForms.All(address).Any(form => Metadata.Any(known => known.Contains(form)));
}
