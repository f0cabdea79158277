using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Host.Settings;

/// <summary>The rules that hold between settings: what would be unsafe or contradictory stops the start.</summary>
internal static class StartRules
{
    public static IEnumerable<string> Check(ServiceSettings settings)
    {
        if (settings.TrustFunctionKeys && !settings.UnderFunctions)
            yield return "TokenFunctions__TrustFunctionKeys=true holds only"
                + " under the Functions host, which checks those keys";
        if (settings.UnderFunctions && settings.AdminKey is null && !settings.TrustFunctionKeys)
            yield return "Under the Functions host TokenFunctions__AdminKey or"
                + " TokenFunctions__TrustFunctionKeys=true must say who may call";
        if (!settings.UnderFunctions && settings.AdminKey is null && settings.Urls.FirstOrDefault(IsOpen) is { } open)
            yield return $"ASPNETCORE_URLS holds {open}, which other machines can reach;"
                + " that needs TokenFunctions__AdminKey";
        if (settings is { SealingKey: null, VaultUri: null, Storage.IsLocal: false })
            yield return "This storage needs TokenFunctions__SealingKey or TokenFunctions__VaultUri:"
                + " a key file on one machine would be lost with it";
        if (Doubles(settings) is { } doubles) yield return doubles;
    }

    private static string? Doubles(ServiceSettings settings)
    {
        SealingKey[] active = settings.SealingKey is { } key ? [key] : [];
        return KeyDoubles.Find(
            [.. active, .. settings.OlderSealingKeys], active.Length > 0, "TokenFunctions__OlderSealingKeys");
    }

    private static bool IsOpen(string url)
    {
        try
        {
            return !ListenAddresses.IsLoopback(url);
        }
        catch (FormatException)
        {
            // Not an address at all, which is a fault of its own and told already.
            return false;
        }
    }
}
