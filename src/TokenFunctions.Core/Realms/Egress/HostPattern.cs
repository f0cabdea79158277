using System.Net;

namespace TokenFunctions.Realms.Egress;

/// <summary>A host by its name, or all hosts below a name.</summary>
/// <param name="Text">The name in lower case, <c>.suffix</c> for all names below it, or an address.</param>
internal sealed record HostPattern(string Text)
{
    /// <summary>Reads <c>name</c> or <c>*.name</c> in ASCII; null when the text is neither.</summary>
    public static HostPattern? Parse(string text)
    {
        var isSuffix = text.StartsWith("*.", StringComparison.Ordinal);
        var name = (isSuffix ? text[2..] : text).TrimEnd('.').ToLowerInvariant();
        // No address in disguise, such as 0x7f.1, which would never be asked for under that name.
        var isName = name.Length > 0 && name[0] != '.' && name.Any(char.IsAsciiLetter)
            && !IPAddress.TryParse(name, out _)
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
        if (!isName) return null;
        return new(isSuffix ? "." + name : name);
    }

    /// <summary>As <see cref="Parse"/>, or one address, IPv6 with or without brackets.</summary>
    public static HostPattern? ParseOrAddress(string text)
    {
        var isAddress = AddressBlock.TryParse(text.Trim('[', ']'), out var block)
            && !text.Contains('/', StringComparison.Ordinal);
        return isAddress ? new(block!.Network.ToString()) : Parse(text);
    }

    /// <summary>Whether it is this host's name or address, or a name above it.</summary>
    /// <param name="host">The host as <see cref="EgressTarget"/> has it.</param>
    public bool Covers(string host)
    {
        if (IPAddress.TryParse(host, out var address)) return Text == address.ToString();
        return Text is ['.', ..] ? host.EndsWith(Text, StringComparison.Ordinal) : Text == host;
    }
}
