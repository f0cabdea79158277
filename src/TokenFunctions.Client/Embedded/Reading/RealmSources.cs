using TokenFunctions.Realms;
using TokenFunctions.Realms.Files;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Embedded.Reading;

/// <summary>Collects realms and secrets from code, configurations and files.</summary>
/// <param name="faults">Where faults go.</param>
internal sealed class RealmSources(List<string> faults)
{
    private readonly List<RealmDefinition> realms = [];
    private readonly List<SecretDraft> secrets = [];

    /// <summary>The realms.</summary>
    public IReadOnlyList<RealmDefinition> Realms => realms;

    /// <summary>The secrets.</summary>
    public IReadOnlyList<SecretDraft> Secrets => secrets;

    /// <summary>Reads all sources.</summary>
    public RealmSources Read(EmbeddedOptions options)
    {
        realms.AddRange(options.Realms);
        secrets.AddRange(options.Secrets);
        var section = new ConfigurationReader(realms, secrets, faults);
        foreach (var configuration in options.Configurations) section.Read(configuration);
        foreach (var folder in options.Folders) ReadFolder(folder);
        return this;
    }

    private void ReadFolder(string folder)
    {
        var reading = new FolderReader(Environment.GetEnvironmentVariable).Read(folder);
        faults.AddRange(reading.Faults);
        if (reading.Faults.Count > 0) return;
        foreach (var file in reading.Realms)
        {
            if (RealmFileDefinition.Of(file, faults) is { } realm) realms.Add(realm);
            secrets.AddRange((file.Secrets ?? []).Select(secret => Draft(file.Id, secret)));
        }
    }

    private static SecretDraft Draft(string realm, WantedSecret secret) =>
        new(new TokenKey(realm, secret.Key), secret.Fields)
        {
            VaultSecret = secret.VaultSecret,
            KeepWarm = secret.KeepWarm,
            ExpiresAt = secret.ExpiresAt,
        };
}
