using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace TokenFunctions.Realms.Egress;

/// <summary>Where the service may call: public addresses by https, and what the setting
/// <c>TokenFunctions__Egress__Allow</c> opens beside.</summary>
public sealed class EgressRules
{
    /// <summary>The setting's name, for messages.</summary>
    public const string Setting = "TokenFunctions__Egress__Allow";

    /// <summary>Public addresses by https and nothing else.</summary>
    public static readonly EgressRules PublicOnly = new([]);

    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];
    private readonly IReadOnlyList<EgressEntry> entries;

    private EgressRules(IReadOnlyList<EgressEntry> entries) => this.entries = entries;

    /// <summary>Reads the setting: entries with commas, semicolons or blanks between, each a host, <c>*.suffix</c>, an
    /// address or a block of addresses, with a scheme before it and a port after it if wanted
    /// (<c>http://127.0.0.1:5201</c>, <c>10.0.0.0/8</c>, <c>token.corp.example:8443</c>). Without a scheme an entry
    /// holds for https, without a port for any. No entry opens a cloud's metadata address.</summary>
    /// <param name="setting">The setting; null or empty = public addresses only.</param>
    /// <param name="rules">The rules; null when an entry is malformed.</param>
    /// <param name="error">A sentence that names the malformed entry; null when there is none.</param>
    public static bool TryParse(
        string? setting, [NotNullWhen(true)] out EgressRules? rules, [NotNullWhen(false)] out string? error)
    {
        (rules, error) = (null, null);
        List<EgressEntry> read = [];
        foreach (var text in (setting ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (EgressEntryParser.Parse(text) is not { } entry)
            {
                error = $"{Setting}: `{text}` is no host, address or block of addresses;"
                    + " write such as https://*.corp.example, token.corp.example:8443, http://127.0.0.1:5201"
                    + " or 10.0.0.0/8.";
                return false;
            }
            read.Add(entry);
        }
        rules = new(read);
        return true;
    }

    /// <summary>What speaks against ever calling an address, as far as its text tells; null = nothing, and what its
    /// host is resolved to is checked at each call.</summary>
    /// <param name="address">An absolute address, http or https.</param>
    public string? ObjectionTo(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var target = EgressTarget.Of(address.Scheme, address.Host, address.Port);
        var reason = IPAddress.TryParse(target.Host, out var literal) ? Refuses(target, literal)
            : target.Scheme == Uri.UriSchemeHttps || entries.Any(entry => entry.MayCover(target)) ? null
            : EgressReason.PlainHttp;
        return reason is { } known ? new EgressRefusedException(target, known).Explain(target.Host) : null;
    }

    /// <summary>Why a resolved address must not be called; null = it may.</summary>
    internal EgressReason? Refuses(EgressTarget target, IPAddress address)
    {
        if (AddressClass.IsMetadata(address)) return EgressReason.Metadata;
        if (entries.Any(entry => entry.Covers(target, address))) return null;
        if (target.Scheme != Uri.UriSchemeHttps) return EgressReason.PlainHttp;
        return AddressClass.IsPublic(address) ? null : EgressReason.NotPublic;
    }
}
