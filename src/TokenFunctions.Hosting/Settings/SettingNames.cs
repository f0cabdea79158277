namespace TokenFunctions.Hosting.Settings;

/// <summary>The names of all settings. What is set under another one would be passed over in silence.</summary>
public static class SettingNames
{
    private static readonly string[] Values =
    [
        "Storage", "VaultUri", "SealingKey", "OlderSealingKeys", "AdminKey", "TrustFunctionKeys", "AppServiceIdentity",
        "Webhook", "WebhookKey", "AuditDays", "MaxConnections", "Log", "Console",
    ];

    private static readonly string[] Groups = ["Egress", "Times", "Sweep", "Access", "Apply", "Core"];
    private static readonly string[] Egress = ["Allow", "Hosts", "PerRealm"];
    private static readonly string[] Sweep = ["Parallelism", "RepairPage", "RepairPauseMs", "DeadDays"];
    private static readonly string[] Access = ["CallerAgeMs", "ClientAddress", "MaxConcurrent"];
    private static readonly string[] Apply = ["Service", "ApiKey", "FunctionKey"];

    private static readonly string[] Core = ["Url", "ApiKey", "FunctionKey", "Scope"];

    /// <summary>What is set and known to nobody; the group of times knows its own names.</summary>
    public static IEnumerable<string> Check(IConfigurationSection section) =>
        [
            .. Unknown(section), .. Misplaced(section),
            .. UnknownPart(section, "Egress", Egress), .. UnknownPart(section, "Sweep", Sweep),
            .. UnknownPart(section, "Access", Access), .. UnknownPart(section, "Apply", Apply),
            .. UnknownPart(section, "Core", Core),
        ];

    private static IEnumerable<string> Unknown(IConfigurationSection section)
    {
        string[] all = [.. Values, .. Groups];
        var known = string.Join(", ", all.Select(name => $"{section.Key}__{name}"));
        return from child in section.GetChildren()
               where !all.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
               select $"{section.Key}__{child.Key} is not a setting; known are {known}";
    }

    // A value where parts are known, or a part where a value is.
    private static IEnumerable<string> Misplaced(IConfigurationSection section)
    {
        foreach (var name in Values)
        {
            if (section.GetSection(name).GetChildren().FirstOrDefault() is { } part)
                yield return $"{section.Key}__{name}__{part.Key} is not a setting; known is {section.Key}__{name}";
        }

        foreach (var name in Groups)
        {
            if (section[name] is { Length: > 0 })
                yield return $"{section.Key}__{name} has no value of its own; set {section.Key}__{name}__…";
        }
    }

    private static IEnumerable<string> UnknownPart(IConfigurationSection section, string part, string[] names)
    {
        var known = string.Join(", ", names.Select(name => $"{section.Key}__{part}__{name}"));
        return from child in section.GetSection(part).GetChildren()
               where !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
               select $"{section.Key}__{part}__{child.Key} is not a setting; known are {known}";
    }
}
