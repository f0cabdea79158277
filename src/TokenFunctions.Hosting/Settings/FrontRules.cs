namespace TokenFunctions.Hosting.Settings;

/// <summary>The rules for a process that is a front of a core: what it does not have cannot be set, lest somebody
/// believes that it holds.</summary>
internal static class FrontRules
{
    private const string Core = "TokenFunctions__Core__Url";

    // Set by the platform: the host name of a function app.
    private const string SiteName = "WEBSITE_HOSTNAME";

    private static readonly (string Name, string Why)[] OfCores =
    [
        ("VaultUri", "a front keeps no secrets"),
        ("SealingKey", "a front keeps nothing that is sealed"),
        ("OlderSealingKeys", "a front keeps nothing that is sealed"),
        ("Webhook", "a front's core tells of credentials"),
        ("WebhookKey", "a front's core tells of credentials"),
        ("Egress", "a front calls its core and nobody else"),
        ("Times", "the times of the flow are the core's"),
        ("Sweep", "a front's core renews what is due"),
        ("Console", "the page shows what a core has"),
    ];

    public static IEnumerable<string> Check(
        ServiceSettings settings, IConfigurationSection section, IConfiguration configuration)
    {
        if (settings.Core is not { } core) yield break;
        foreach (var (name, why) in OfCores)
        {
            if (IsSet(section.GetSection(name)))
                yield return $"{section.Key}__{name} is not used where {Core} is set: {why}; set it at the core";
        }

        if (core.ApiKey is { } key && key.Equals(settings.AdminKey))
            yield return "TokenFunctions__Core__ApiKey and TokenFunctions__AdminKey are the same:"
                + " whoever operates this front could do everything at the core; give it a caller's key";
        if (IsOwn(core.Url, settings, configuration))
            yield return $"{Core} is this process's own address: it would ask itself for ever";
    }

    private static bool IsSet(IConfigurationSection setting) =>
        setting.Value is { Length: > 0 } || setting.GetChildren().Any();

    private static bool IsOwn(Uri core, ServiceSettings settings, IConfiguration configuration)
    {
        if (configuration[SiteName] is { } site && settings.UnderFunctions
            && string.Equals(core.Host, site, StringComparison.OrdinalIgnoreCase))
            return true;
        return core.IsLoopback && settings.Urls.Any(url => ListenAddresses.IsAtLoopback(url, core.Port));
    }
}
