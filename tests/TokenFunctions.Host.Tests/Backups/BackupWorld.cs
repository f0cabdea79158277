using TokenFunctions.Host.Backups;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Sqlite;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Backups;

/// <summary>A service's files in a folder of their own, and what backup and restore say of them.</summary>
internal sealed class BackupWorld : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly StringWriter said = new();

    /// <summary>What was told since the last run began.</summary>
    public string Said => said.ToString();

    public string Backup => folder.File("backup");

    /// <summary>The files of a service of that name.</summary>
    public DataFiles Of(string service) => DataFiles.In(folder.File(service));

    /// <summary>Writes a document into the vault of a service, and makes its files where they are missing.</summary>
    /// <returns>Its version.</returns>
    public async Task<string> WriteAsync(string service, string document)
    {
        using var tables = new SqliteTables(Of(service).Database);
        return await Vault(service, tables).WriteAsync("name", document, CancellationToken.None);
    }

    /// <summary>Reads it.</summary>
    public async Task<string?> ReadAsync(string service, string version)
    {
        using var tables = new SqliteTables(Of(service).Database);
        return await Vault(service, tables).ReadAsync("name", version, CancellationToken.None);
    }

    public async Task<bool> BackUpAsync(string service, params (string Name, string Value)[] settings)
    {
        said.GetStringBuilder().Clear();
        return await new BackupRun(Settings(service, settings), said, said).RunAsync(Backup);
    }

    public async Task<bool> RestoreAsync(string service, bool replace = false, params (string Name, string Value)[] settings)
    {
        said.GetStringBuilder().Clear();
        return await new RestoreRun(Settings(service, settings), said, said).RunAsync(new RestoreArguments(Backup, replace));
    }

    public void Dispose()
    {
        said.Dispose();
        folder.Dispose();
    }

    private static TableVault Vault(string keyFile, SqliteTables tables, StoreClock clock)
    {
        var keys = SealingKeyFile.ReadOrMake(keyFile);
        return new(tables.Open("vault"), new Sealer(new SealingKeyRing(new FixedSealingKeys(keys[0]), [.. keys.Skip(1)])), clock);
    }

    private TableVault Vault(string service, SqliteTables tables) => Vault(Of(service).Key, tables, new StoreClock(TimeProvider.System));

    private ServiceSettings Settings(string service, (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["Storage"] = $"sqlite:{Of(service).Database}" };
        foreach (var (name, value) in settings) all[name] = value;
        return Given.Read([.. all.Select(setting => ($"TokenFunctions__{setting.Key}", setting.Value))]);
    }
}
