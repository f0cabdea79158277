using System.Net;

namespace TokenFunctions.Realms.Egress;

/// <summary>One opening in the egress rules.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">The host; null for a block.</param>
/// <param name="Block">The addresses; null for a host.</param>
/// <param name="Port">The port; null = any.</param>
internal sealed record EgressEntry(string Scheme, HostPattern? Host, AddressBlock? Block, int? Port)
{
    /// <summary>Whether the entry can open the way to a host, whose addresses are not known yet.</summary>
    public bool MayCover(EgressTarget target) =>
        Scheme == target.Scheme && (Port ?? target.Port) == target.Port && (Host?.Covers(target.Host) ?? true);

    /// <summary>Whether the entry opens the way to an address that a host was resolved to.</summary>
    public bool Covers(EgressTarget target, IPAddress address)
    {
        if (Scheme != target.Scheme || (Port is { } port && port != target.Port)) return false;
        if (Block is not null) return Block.Contains(address) || Block.Contains(AddressForms.Unmapped(address));
        return Host?.Covers(target.Host) ?? false;
    }
}
