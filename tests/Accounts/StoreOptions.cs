using TokenFunctions.AzureStorage;
using TokenFunctions.Testing.Accounts;

namespace TokenFunctions.Accounts;

/// <summary>The options of stores as the tests open them: quick to try again.</summary>
internal static class StoreOptions
{
    public static StorageAddress Address(string text) =>
        StorageAddress.TryParse(text, out var address, out var error)
            ? address
            : throw new ArgumentException(error, nameof(text));

    public static AzureTablesOptions Of(StoreAccess access)
    {
        var options = new AzureTablesOptions { Address = Address(access.Connection) };
        return options with
        {
            RetryDelay = TimeSpan.FromMilliseconds(5),
            Credential = access.Credential,
            Transport = access.Transport,
            MaxRetries = access.MaxRetries ?? options.MaxRetries,
            TryTimeout = access.TryTimeout ?? options.TryTimeout,
            TotalTimeout = access.TotalTimeout ?? options.TotalTimeout,
        };
    }
}
