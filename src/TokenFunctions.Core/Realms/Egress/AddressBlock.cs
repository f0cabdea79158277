using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TokenFunctions.Realms.Egress;

/// <summary>A block of addresses of one family; host bits of the written address do not matter.</summary>
/// <param name="Network">An address of the block.</param>
/// <param name="Bits">How many leading bits are the block's.</param>
internal sealed record AddressBlock(IPAddress Network, int Bits)
{
    /// <summary>Reads <c>address</c> or <c>address/bits</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AddressBlock? block)
    {
        block = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text : text[..slash];
        if (!IPAddress.TryParse(host, out var network) || network.ScopeIdOrZero() != 0) return false;
        // The parser takes `10`, `0x7f.1` and the octal `010.0.0.1` for addresses; a rule has to say what it means.
        if (network.AddressFamily == AddressFamily.InterNetwork && network.ToString() != host) return false;
        var most = network.GetAddressBytes().Length * 8;
        var bits = most;
        if (slash >= 0 && !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out bits))
            return false;
        if (bits > most) return false;
        block = new(network, bits);
        return true;
    }

    /// <summary>A block that is known to be well written.</summary>
    public static AddressBlock Of(string text) =>
        TryParse(text, out var block) ? block : throw new ArgumentException("no block of addresses", nameof(text));

    /// <summary>Whether the block holds the address.</summary>
    public bool Contains(IPAddress address)
    {
        if (address.AddressFamily != Network.AddressFamily) return false;
        var left = address.GetAddressBytes();
        var right = Network.GetAddressBytes();
        for (var bit = 0; bit < Bits; bit++)
        {
            var mask = 0x80 >> (bit % 8);
            if (((left[bit / 8] ^ right[bit / 8]) & mask) != 0) return false;
        }
        return true;
    }
}
