namespace TokenFunctions.AzureStorage;

/// <summary>An account's address without any secret.</summary>
internal static class AccountAddress
{
    public static (StorageAddress? Address, string? Error) Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) return (null, "The storage address is not a URL.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
            return (null, "The storage address must hold neither a query nor a user: give a shared access signature"
                + " in a connection string (TableEndpoint=…;SharedAccessSignature=…).");
        if (uri.Scheme != Uri.UriSchemeHttps)
            return (null, "The storage address must begin with https://, because an identity's token travels on it;"
                + " for an emulator give UseDevelopmentStorage=true or a connection string.");
        return (new StorageAddress(uri, NameOf(uri), null, null), null);
    }

    /// <summary>The account's name: the first label of the host, or for addresses by number (emulators) the
    /// first part of the path.</summary>
    public static string NameOf(Uri endpoint) =>
        endpoint.HostNameType == UriHostNameType.Dns && endpoint.AbsolutePath.Length <= 1
            ? endpoint.Host.Split('.')[0]
            : endpoint.AbsolutePath.Trim('/').Split('/')[0];
}
