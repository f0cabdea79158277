namespace TokenFunctions.Testing.Servers;

/// <summary>The account that every Azurite has. Its name and key are public
/// (learn.microsoft.com, "Use the Azurite emulator": well-known storage account and key).</summary>
public static class DevelopmentAccount
{
    public const string Name = "devstoreaccount1";

    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>A connection string for an Azurite at <paramref name="endpoint"/>.</summary>
    public static string ConnectionString(Uri endpoint) =>
        $"DefaultEndpointsProtocol={endpoint.Scheme};AccountName={Name};AccountKey={Key};TableEndpoint={endpoint};";
}
