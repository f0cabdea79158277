using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Realms.Egress;

/// <summary>Resolves a host once and lets through only addresses that may all be called, so that no second look-up can
/// give another answer.</summary>
internal sealed class EgressGuard(EgressRules rules, ResolveHost resolve)
{
    /// <summary>The addresses to connect to, IPv4 first.</summary>
    /// <exception cref="EgressRefusedException">The host or one of its addresses must not be called.</exception>
    /// <exception cref="SocketException">The host has no address.</exception>
    public async Task<IReadOnlyList<IPAddress>> CheckAsync(EgressTarget target, CancellationToken cancellation)
    {
        // Before the look-up, which would tell a name server of a host that is not called.
        if (rules.RefusesName(target) is { } unlisted) throw new EgressRefusedException(target, unlisted);
        var addresses = await AddressesAsync(target.Host, cancellation);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        // One bad address is enough: a name that mixes them is set up to get past a check.
        foreach (var address in addresses)
            if (rules.Refuses(target, address) is { } reason) throw new EgressRefusedException(target, reason);
        // Many machines have no way out by IPv6, and there is no time for both.
        return [.. addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6)];
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        // A host that was nothing but dots: system resolvers take the empty name for this machine.
        return host.Length == 0 ? [] : await resolve(host, cancellation);
    }
}
