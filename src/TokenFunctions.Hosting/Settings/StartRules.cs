using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Hosting.Settings;

/// <summary>The rules that hold between settings: what would be unsafe or contradictory stops the start.</summary>
internal static class StartRules
{
    public static IEnumerable<string> Check(ServiceSettings settings)
    {
        if (settings.TrustFunctionKeys && !settings.UnderFunctions)
            yield return "TokenFunctions__TrustFunctionKeys=true holds only"
                + " under the Functions host, which checks those keys";
        if (settings is { Core: null, SealingKey: null, VaultUri: null, Storage.IsLocal: false })
            yield return "This storage needs TokenFunctions__SealingKey or TokenFunctions__VaultUri:"
                + " a key file on one machine would be lost with it";
        if (settings is { Host: HostKind.IsolatedWorker, Storage.Address.HasSignatureInTheClear: true })
            yield return "The storage's endpoint must begin with https:// where a shared access signature proves the"
                + " right: the client of the isolated worker does not send one in the clear; or give the account's key";
        if (Doubles(settings) is { } doubles) yield return doubles;
    }

    private static string? Doubles(ServiceSettings settings)
    {
        SealingKey[] active = settings.SealingKey is { } key ? [key] : [];
        return KeyDoubles.Find(
            [.. active, .. settings.OlderSealingKeys], active.Length > 0, "TokenFunctions__OlderSealingKeys");
    }

    /// <summary>What is missing where <see cref="ServiceSettings.NeedsCallers"/> holds and there is no
    /// caller.</summary>
    public static string NobodyMayCall(ServiceSettings settings) => settings.UnderFunctions
        ? "Under the Functions host TokenFunctions__AdminKey, TokenFunctions__TrustFunctionKeys=true or a caller in the"
            + " store must say who may call"
        : $"ASPNETCORE_URLS holds {settings.OpenUrl}, which other machines can reach;"
            + " that needs TokenFunctions__AdminKey or a caller in the store";
}
