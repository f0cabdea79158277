using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Tokens;

namespace TokenFunctions.AzureStorage;

/// <summary>Where the Table service of a storage account is, and what proves that we may use it: the account's key, a
/// shared access signature, or nothing, in which case an identity must.</summary>
public sealed class StorageAddress
{
    internal StorageAddress(Uri endpoint, string account, SecretText? key, SecretText? signature) =>
        (Endpoint, Account, Key, Signature) = (endpoint, account, key, signature);

    /// <summary>The Table service, without a slash at its end for accounts in the path.</summary>
    public Uri Endpoint { get; }

    /// <summary>The account's name.</summary>
    public string Account { get; }

    /// <summary>Whether an identity (<see cref="Azure.Core.TokenCredential"/>) must prove
    /// the right of access.</summary>
    public bool NeedsCredential => Key is null && Signature is null;

    /// <summary>Whether this is an emulator on this machine and no account of Azure.</summary>
    public bool IsEmulator => Endpoint.IsLoopback;

    /// <summary>Whether a shared access signature would travel unencrypted to another machine.</summary>
    public bool HasSignatureInTheClear =>
        Signature is not null && Endpoint.Scheme != Uri.UriSchemeHttps && !Endpoint.IsLoopback;

    internal SecretText? Key { get; }

    internal SecretText? Signature { get; }

    /// <summary>Reads <c>UseDevelopmentStorage=true</c>, a connection string, or an account's address such as
    /// <c>https://NAME.table.core.windows.net</c>.</summary>
    /// <param name="text">The setting.</param>
    /// <param name="address">What it says.</param>
    /// <param name="error">A sentence that says what is wrong; it never holds a part of the setting's secret.</param>
    /// <remarks>Form: learn.microsoft.com, "Configure Azure Storage connection strings".</remarks>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out StorageAddress? address, [NotNullWhen(false)] out string? error)
    {
        text = text?.Trim();
        (address, error) = text switch
        {
            null or "" => (null,
                "The storage address is empty: give a connection string or the address of an account's Table service."),
            _ when IsUrl(text) => AccountAddress.Read(text),
            _ => ConnectionString.Read(text),
        };
        return address is not null;
    }

    /// <summary>The endpoint and the kind of proof, never the proof.</summary>
    public override string ToString() =>
        Key is not null ? $"{Endpoint} (account key)"
        : Signature is not null ? $"{Endpoint} (shared access signature)"
        : $"{Endpoint} (identity)";

    // A connection string may hold a URL too, but only behind the first equals sign.
    private static bool IsUrl(string text) => text.Split('=')[0].Contains("://", StringComparison.Ordinal);
}
