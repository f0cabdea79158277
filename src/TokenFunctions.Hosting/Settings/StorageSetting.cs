using TokenFunctions.AzureStorage;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Where realms, secrets and tokens lie.</summary>
/// <param name="Kind">The kind of store.</param>
public sealed record StorageSetting(StorageKind Kind)
{
    /// <summary>The default database file, from the working directory.</summary>
    public const string DefaultFile = "data/tokenfunctions.db";

    /// <summary>The database file, for <see cref="StorageKind.Sqlite"/>.</summary>
    public string? File { get; init; }

    /// <summary>The account, for <see cref="StorageKind.Tables"/>.</summary>
    public StorageAddress? Address { get; init; }

    /// <summary>Whether the data stays on this machine, so that a generated key file beside it is enough.</summary>
    public bool IsLocal => Kind != StorageKind.Tables || Address is { IsEmulator: true };

    /// <summary>Reads the setting: <c>sqlite:PATH</c>, <c>memory</c>, <c>UseDevelopmentStorage=true</c>, a connection
    /// string or an account's address.</summary>
    public static StorageSetting? Parse(string text, Action<string> fail)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fail);
        if (string.Equals(text, "memory", StringComparison.OrdinalIgnoreCase))
            return new StorageSetting(StorageKind.Memory);
        if (text.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase))
            return Sqlite(text["sqlite:".Length..], fail);
        if (StorageAddress.TryParse(text, out var address, out var error))
            return new StorageSetting(StorageKind.Tables) { Address = address };
        fail(error);
        return null;
    }

    private static StorageSetting? Sqlite(string path, Action<string> fail)
    {
        if (path.Trim().Length > 0) return new StorageSetting(StorageKind.Sqlite) { File = path.Trim() };
        fail("sqlite: needs the path of a file, such as sqlite:data/tokenfunctions.db");
        return null;
    }
}
