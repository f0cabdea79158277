using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Storage;

namespace TokenFunctions.AzureStorage;

/// <summary>The address of an existing secret: <c>https://HOST/secrets/NAME[/VERSION]</c>.</summary>
/// <param name="Vault">The vault's address.</param>
/// <param name="Name">The secret's name.</param>
/// <param name="Version">The pinned version; null = the newest.</param>
internal sealed record SecretAddress(Uri Vault, string Name, string? Version)
{
    // Only hosts of Azure itself and the configured vault get a token of ours (learn.microsoft.com, "Azure Key Vault
    // overview": DNS suffixes of the clouds).
    private static readonly string[] Domains = [".vault.azure.net", ".vault.azure.cn", ".vault.usgovcloudapi.net"];

    // What the names of the service's own keys begin with: KeyVaultSealingKeys.SecretName, infra/modules/keys.bicep.
    private const string OwnKeys = "tokenfunctions-";

    public static bool TryRead(Uri? address, Uri own, [NotNullWhen(true)] out SecretAddress? secret)
    {
        secret = null;
        if (address is not { IsAbsoluteUri: true } || address.Scheme != Uri.UriSchemeHttps) return false;
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0) return false;
        var isOwn = string.Equals(address.Authority, own.Authority, StringComparison.OrdinalIgnoreCase);
        if (!isOwn && !IsOfAzure(address)) return false;
        var parts = address.AbsolutePath.Split('/');
        if (parts.Length is not (3 or 4) || parts[1] != "secrets" || !parts[2..].All(IsName)) return false;
        if (IsOfTheService(parts[2])) return false;
        var vault = isOwn ? own : new Uri(address.GetLeftPart(UriPartial.Authority));
        secret = new SecretAddress(vault, parts[2], parts.Length == 4 ? parts[3] : null);
        return true;
    }

    // The service's own keys (the sealing key, the operator's), and the documents of all secrets: to follow one would
    // be to read them without a right to. In any vault, since one may be reached by several names, and another
    // deployment's are nobody's either.
    private static bool IsOfTheService(string name) =>
        name.StartsWith(OwnKeys, StringComparison.OrdinalIgnoreCase) || VaultName.IsOne(name);

    private static bool IsOfAzure(Uri address) =>
        address.IsDefaultPort
        && Domains.Any(
            d => address.Host.EndsWith(d, StringComparison.OrdinalIgnoreCase) && IsName(address.Host[..^d.Length]));

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 127 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
