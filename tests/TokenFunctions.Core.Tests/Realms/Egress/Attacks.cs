namespace TokenFunctions.Core.Tests.Realms.Egress;

/// <summary>Urls and answers of name servers that must not be called.</summary>
internal static class Attacks
{
    // This machine, as a url may write it.
    private static readonly string[] Loopback =
    [
        "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "017700000001", "0177.0.0.1", "00000177.1", "0x7f000001",
        "0x7f.1", "0X7F.0x0.0.1", "0x7f.0x0.0x0.0x1", "127.0.0.1.", "127.0.0.1..", "127.1.", "2130706433.", "0", "0.0.0.0", "0x0", "00.0", "[::]",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::1%25lo]", "[::1%251]", "[::ffff:127.0.0.1]", "[::FFFF:7F00:1]", "[0:0:0:0:0:ffff:127.0.0.1]",
        "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[2a00:1450::5efe:127.0.0.1]",
        "[::0.0.0.0]", "[::ffff:0.0.0.0]", ".", "..",
        // Digits and dots of other scripts, as a browser would read them.
        "\uff11\uff12\uff17.0.0.1", "127\u30020\u30020\u30021", "127\uff0e0\uff0e0\uff0e1", "127\uff610\uff610\uff611", "\u2460\u2461\u2466.0.0.1",
        "\u0661\u0662\u0667.0.0.1", "\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3", "127.0.0.1\u00ad",
        // Two hosts in one, of which a check may see the other.
        "provider.example@127.0.0.1", "provider.example:443@127.0.0.1", "127.0.0.1%00.provider.example", "127.0.0.1%2f.provider.example",
        "%31%32%37.0.0.1", "127.0.0.1\\@provider.example", "127.0.0.1#.provider.example", "127.0.0.1 .provider.example", "[127.0.0.1]",
        "[::1]provider.example", "127.0.0.1:{port}:443",
    ];

    // No part of the public Internet, as a name server may answer.
    private static readonly string[] NotPublic =
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.0.0.53", "168.63.129.16",
        "169.254.0.1", "169.254.169.254", "169.254.170.2", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1",
        "192.88.99.1", "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1", "::808:808", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
        "::ffff:0:8.8.8.8", "64:ff9b::808:808", "64:ff9b::a00:1", "64:ff9b:1::808:808", "64:ff9b:1:a00:0:100::", "100::1", "2001::1",
        "2001:0:a00:1::f5ff:fffe", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:808:808::1", "2002:a00:1::1", "2002:a9fe:a9fe::1",
        "2a00:1450::5efe:8.8.8.8", "2a00:1450::200:5efe:10.0.0.1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fdff::1", "fd00:ec2::254",
        "fd20:ce::254", "fe80::1", "fe80::1%1", "fe80::5efe:10.0.0.1", "febf::1", "fec0::1", "ff02::1", "ff0e::1", "2606:4700::1111%3",
    ];

    // Where clouds hand out credentials; no setting opens it.
    private static readonly string[] Metadata =
    [
        "169.254.169.254", "169.254.169.254.", "2852039166", "0xA9FEA9FE", "0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376", "169.254.43518",
        "169.16689662", "169.254.170.2", "169.254.170.23", "169.254.0.23", "169.254.42.42", "168.63.129.16", "2822734096", "100.100.100.200",
        "100.96.0.96", "192.0.0.192", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[::a9fe:a9fe]", "[::ffff:0:a9fe:a9fe]",
        "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::a9fe:a9fe]", "[64:ff9b:1:a9fe:a9:fe00::]", "[64:ff9b:1:a9:fe:a9fe::]", "[64:ff9b:1:0:a9:fea9:fe00:0]",
        "[2002:a9fe:a9fe::1]", "[2001:0:a9fe:a9fe::1]", "[2001:0:808:808::5601:5601]", "[2a00:1450::5efe:a9fe:a9fe]",
        "[2a00:1450::200:5efe:a83f:8110]", "[fe80::a9fe:a9fe]", "[fe80::a9fe:a9fe%251]", "[fd00:ec2::254]", "[fd00:ec2::23]", "[fd20:ce::254]",
        "[fd00:c1::a9fe:a9fe]", "[fd00:42::42]", "[fd00:a9fe:a9fe::1]", "[fd00:100::100:200]",
    ];

    private static readonly Attack[] Others =
    [
        Attack.Resolved("8.8.8.8", "10.0.0.1"), Attack.Resolved("127.0.0.1", "8.8.8.8"), Attack.Resolved("2606:4700::1111", "::1"),
        Attack.Resolved("8.8.8.8", "2002:7f00:1::"), Attack.Resolved("1.1.1.1", "1.0.0.1", "9.9.9.9", "169.254.169.254"), Attack.Resolved(),
        new("https://localhost:{port}/", ["127.0.0.1", "::1"]), new("https://LOCALHOST.:{port}/", ["127.0.0.1"]),
        new("https://localhost.localdomain:{port}/", ["127.0.0.1"]), new("https://127.0.0.1.nip.example:{port}/", ["127.0.0.1"]),
        new("https://metadata.google.internal:{port}/", ["169.254.169.254"]), new("https://instance-data.ec2.internal:{port}/", ["169.254.169.254"]),
        new("https://xn--bcher-kva.example:{port}/", ["127.0.0.1"]), new("http://provider.example:{port}/", ["8.8.8.8"]),
        new("HTTP://8.8.8.8:{port}/", []), new("ftp://127.0.0.1:{port}/", []), new("file:///etc/passwd", []), new("//127.0.0.1:{port}/", []),
        // An opening is for what it says, and for nothing beside it.
        new("https://127.0.0.1:{port}/", [], "127.0.0.1:1, http://127.0.0.1:{port}, 127.0.0.2, 10.0.0.0/8, *.example"),
        new("http://127.0.0.1:{port}/", [], "127.0.0.1:{port}"), new("https://evilexample:{port}/", ["127.0.0.1"], "*.example, example"),
        new("https://provider.example.evil:{port}/", ["127.0.0.1"], "provider.example"), new("https://example:{port}/", ["127.0.0.1"], "*.example"),
        new("https://10.0.0.1.example.net:{port}/", ["127.0.0.1"], "10.0.0.1"),
        Attack.Opened("provider.example", "169.254.169.254"), Attack.Opened("provider.example", "8.8.8.8", "fd00:ec2::254"),
        Attack.Opened("provider.example", "::ffff:168.63.129.16"),
    ];

    public static readonly IReadOnlyDictionary<string, Attack> All = Loopback.Select(Attack.Host)
        .Concat(NotPublic.Select(address => Attack.Resolved(address)))
        .Concat(Metadata.Select(host => Attack.Opened(host, "169.254.169.254")))
        .Concat(Others)
        .ToDictionary(attack => attack.ToString(), StringComparer.Ordinal);
}
