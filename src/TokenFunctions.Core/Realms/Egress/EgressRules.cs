using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace TokenFunctions.Realms.Egress;

/// <summary>Where the service may call: public addresses by https, what the setting
/// <c>TokenFunctions__Egress__Allow</c> opens beside, and of all that only the hosts of
/// <c>TokenFunctions__Egress__Hosts</c> where it is set.</summary>
public sealed class EgressRules
{
    /// <summary>The name of the setting that opens, for messages.</summary>
    public const string Setting = "TokenFunctions__Egress__Allow";

    /// <summary>The name of the setting that closes, for messages.</summary>
    public const string HostsSetting = "TokenFunctions__Egress__Hosts";

    /// <summary>Public addresses by https and nothing else.</summary>
    public static readonly EgressRules PublicOnly = new([], null);

    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];
    private readonly IReadOnlyList<EgressEntry> entries;
    private readonly HostList? hosts;

    private EgressRules(IReadOnlyList<EgressEntry> entries, HostList? hosts) =>
        (this.entries, this.hosts) = (entries, hosts);

    /// <summary>Reads <see cref="Setting"/>, with no list of hosts.</summary>
    public static bool TryParse(
        string? allow, [NotNullWhen(true)] out EgressRules? rules, [NotNullWhen(false)] out string? error) =>
        TryParse(allow, null, out rules, out error);

    /// <summary>Reads the settings: entries with commas, semicolons or blanks between.</summary>
    /// <param name="allow">What is opened: each a host, <c>*.suffix</c>, an address or a block of addresses, with a
    /// scheme before it and a port after it if wanted (<c>http://127.0.0.1:5201</c>, <c>10.0.0.0/8</c>,
    /// <c>token.corp.example:8443</c>). Without a scheme an entry holds for https, without a port for any. No entry
    /// opens a cloud's metadata address. Null or empty = public addresses only.</param>
    /// <param name="hosts">The only hosts to call: each a host, <c>*.suffix</c> or an address. It opens nothing by
    /// itself. Null or empty = any.</param>
    /// <param name="rules">The rules; null when an entry is malformed.</param>
    /// <param name="error">A sentence that names the malformed entry; null when there is none.</param>
    public static bool TryParse(
        string? allow, string? hosts, [NotNullWhen(true)] out EgressRules? rules,
        [NotNullWhen(false)] out string? error)
    {
        (rules, error) = (null, null);
        HostList? list = null;
        if (!string.IsNullOrEmpty(hosts) && !HostList.TryParse(hosts, out list, out error)) return false;
        List<EgressEntry> read = [];
        foreach (var text in Split(allow ?? ""))
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
        rules = new(read, list);
        return true;
    }

    /// <summary>What speaks against ever calling an address, as far as its text tells; null = nothing, and what its
    /// host is resolved to is checked at each call.</summary>
    /// <param name="address">An absolute address, http or https.</param>
    public string? ObjectionTo(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var target = EgressTarget.Of(address.Scheme, address.IdnHost, address.Port);
        var reason = RefusesName(target)
            ?? (IPAddress.TryParse(target.Host, out var literal) ? Refuses(target, literal)
            : target.Scheme == Uri.UriSchemeHttps || entries.Any(entry => entry.MayCover(target)) ? null
            : EgressReason.PlainHttp);
        return reason is { } known ? new EgressRefusedException(target, known).Explain(target.Host) : null;
    }

    /// <summary>Why a host must not be called, whatever its addresses are; null = they decide.</summary>
    internal EgressReason? RefusesName(EgressTarget target) =>
        hosts is null || hosts.Has(target.Host) ? null : EgressReason.NotListed;

    /// <summary>Why a resolved address must not be called; null = it may.</summary>
    internal EgressReason? Refuses(EgressTarget target, IPAddress address)
    {
        if (AddressClass.IsMetadata(address)) return EgressReason.Metadata;
        if (entries.Any(entry => entry.Covers(target, address))) return null;
        if (target.Scheme != Uri.UriSchemeHttps) return EgressReason.PlainHttp;
        return AddressClass.IsPublic(address) ? null : EgressReason.NotPublic;
    }

    /// <summary>The entries of a setting.</summary>
    internal static IEnumerable<string> Split(string setting) =>
        setting.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
