using System.Diagnostics.CodeAnalysis;

namespace TokenFunctions.Realms.Egress;

/// <summary>The hosts that a deployment calls at all: the setting <c>TokenFunctions__Egress__Hosts</c>.</summary>
internal sealed class HostList
{
    private readonly IReadOnlyList<HostPattern> hosts;

    private HostList(IReadOnlyList<HostPattern> hosts) => this.hosts = hosts;

    /// <summary>Reads hosts, <c>*.suffix</c> and addresses with commas, semicolons or blanks between.</summary>
    /// <param name="setting">The setting; not empty.</param>
    /// <param name="list">The list; null when an entry is malformed or there is none.</param>
    /// <param name="error">A sentence on what is wrong; null when nothing is.</param>
    public static bool TryParse(
        string setting, [NotNullWhen(true)] out HostList? list, [NotNullWhen(false)] out string? error)
    {
        (list, error) = (null, null);
        List<HostPattern> read = [];
        foreach (var text in EgressRules.Split(setting))
        {
            if (HostPattern.ParseOrAddress(text) is not { } host)
            {
                error = $"{EgressRules.HostsSetting}: `{text}` is no host; write names such as api.example.com"
                    + " or *.example.com, without scheme and port.";
                return false;
            }
            read.Add(host);
        }
        if (read.Count > 0) list = new(read);
        else error = $"{EgressRules.HostsSetting} names no host; leave it out to call any.";
        return list is not null;
    }

    /// <summary>Whether the host may be called.</summary>
    /// <param name="host">The host as <see cref="EgressTarget"/> has it.</param>
    public bool Has(string host) => hosts.Any(pattern => pattern.Covers(host));
}
