namespace TokenFunctions.Http.Transfer;

/// <summary>The form in which realms go from one deployment to another.</summary>
internal static class TransferForm
{
    /// <summary>The version of the form; one that is not known is refused.</summary>
    public const long Version = 1;

    /// <summary>The members of the whole.</summary>
    public static readonly string[] Members = ["format", "product", "exported_at", "realms", "secrets", "callers"];

    /// <summary>The members of a secret.</summary>
    public static readonly string[] OfSecret = ["realm", "key", "fields", "keep_warm", "expires_at", "vault_secret"];
}
