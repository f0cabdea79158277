using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching.Hosts;

/// <summary>The hosts that one token may go to.</summary>
internal sealed class NamedHosts
{
    private const string OptionsSetting = nameof(TokenHandlerOptions) + "." + nameof(TokenHandlerOptions.Hosts);

    private readonly TokenKey key;
    private readonly IReadOnlyList<NamedHost> hosts;
    private readonly string setting;

    private NamedHosts(TokenKey key, IReadOnlyList<NamedHost> hosts, string setting) =>
        (this.key, this.hosts, this.setting) = (key, hosts, setting);

    /// <summary>What the options say; null = nothing.</summary>
    public static NamedHosts? OfOptions(TokenKey key, TokenHandlerOptions options) =>
        options.Hosts.Count > 0 ? Of(key, options.Hosts, OptionsSetting)
        : options.Attach is { Hosts.Count: > 0 } attach ? Of(key, attach.Hosts, OptionsSetting)
        : null;

    /// <summary>What a realm says.</summary>
    public static NamedHosts OfRule(TokenKey key, AttachRule? rule) =>
        Of(key, rule?.Hosts ?? [], $"attach.hosts of the realm {key.Realm}");

    /// <summary>Whether the token may go there.</summary>
    public bool Has(Uri address) => hosts.Any(host => host.Names(address)) && address.UserInfo.Length == 0;

    /// <summary>Holds a request back that goes elsewhere.</summary>
    /// <exception cref="TokenHostException">It does, or it does not say clearly where it goes.</exception>
    public void Check(HttpRequestMessage request)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } address)
            throw Refusal("a relative address", "the request does not say to which host it goes.");
        if (hosts.Count == 0)
            throw Refusal(
                HostText.Show(address),
                $"nothing says where it may go. Set {OptionsSetting}, or attach.hosts of the realm {key.Realm}.");
        if (address.UserInfo.Length > 0)
            throw Refusal(HostText.Show(address), "the address has user information, which hides where it goes.");
        if (!Has(address))
            throw Refusal(HostText.Show(address), $"{setting} does not name this scheme, host and port.");
        if (!HostHeader.IsOf(address, request.Headers))
            throw Refusal(HostText.Show(address), "its Host header names another host.");
    }

    // What is no host names none.
    private static NamedHosts Of(TokenKey key, IEnumerable<string> hosts, string setting) =>
        new(key, [.. hosts.Select(NamedHost.TryParse).OfType<NamedHost>()], setting);

    private TokenHostException Refusal(string host, string reason) => new(key, host, setting, reason);
}
