namespace TokenFunctions.Hosting.Settings;

/// <summary>References to a Key Vault that the platform should have replaced by what they name. It hands an app the
/// text of the reference itself where it could not (learn.microsoft.com, "Use Key Vault references as app settings"),
/// and whoever knows the vault's name could guess that text.</summary>
internal static class VaultReferences
{
    private const string Start = "@Microsoft.KeyVault(";

    /// <summary>The settings that still hold one, a sentence for each.</summary>
    public static IEnumerable<string> Check(IConfigurationSection section) =>
        from setting in section.AsEnumerable()
        where setting.Value?.TrimStart().StartsWith(Start, StringComparison.OrdinalIgnoreCase) == true
        let name = setting.Key.Replace(":", "__", StringComparison.Ordinal)
        select $"{name} is a Key Vault reference that the platform did not resolve: the secret is missing, or the app's"
            + " identity (keyVaultReferenceIdentity) may not read it";
}
