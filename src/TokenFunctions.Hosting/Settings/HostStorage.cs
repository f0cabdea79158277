namespace TokenFunctions.Hosting.Settings;

/// <summary>The Functions host's own storage: a connection string, or an account for the app's identity
/// (learn.microsoft.com, "Azure Functions: connecting to host storage with an identity").</summary>
internal static class HostStorage
{
    public static string? Find(IConfiguration configuration)
    {
        if (configuration["AzureWebJobsStorage"] is { Length: > 0 } connection) return connection;
        if (configuration["AzureWebJobsStorage:tableServiceUri"] is { Length: > 0 } address) return address;
        return configuration["AzureWebJobsStorage:accountName"] is { Length: > 0 } account
            ? $"https://{account}.table.core.windows.net"
            : null;
    }
}
