using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Embedded;

/// <summary>Realms, secrets and the store of a program that gets its tokens itself. Realms and secrets come from code,
/// from a configuration, from files, or from several of them; one realm is described at one place.</summary>
public sealed class EmbeddedOptions
{
    /// <summary>The realms from code; <see cref="AddRealm"/> and <see cref="AddPreset"/> add to them.</summary>
    public IList<RealmDefinition> Realms { get; } = [];

    /// <summary>The secrets from code; <see cref="AddSecret"/> adds to them.</summary>
    public IList<SecretDraft> Secrets { get; } = [];

    /// <summary>Folders of realm files, as the service's <c>apply</c> reads them: <c>FOLDER/*.json</c>, each a realm
    /// with its secrets, whose values stand there or are named environment variables.</summary>
    public IList<string> Folders { get; } = [];

    /// <summary>Sections of a configuration: <c>Realms:ID:Preset</c>, <c>:Config</c> (the config as a JSON text),
    /// <c>:LogicCode</c>, <c>:Comment</c>, and <c>Realms:ID:Secrets:KEY:Fields:NAME</c> with
    /// <c>Realms:ID:Secrets:KEY:KeepWarm</c>.</summary>
    public IList<IConfiguration> Configurations { get; } = [];

    /// <summary>The store, in which tokens outlive the program and which processes may share, such as
    /// <c>new SqliteTables("data/tokens.db")</c>; null = this process's memory. The client closes it when it ends
    /// itself. It needs <see cref="SealingKey"/> or <see cref="SealingKeyFile"/>.</summary>
    public ITables? Tables { get; set; }

    /// <summary>The key that values in <see cref="Tables"/> are sealed with, 32 bytes in base64; null = that of
    /// <see cref="SealingKeyFile"/>.</summary>
    public SecretText? SealingKey { get; set; }

    /// <summary>Keys that only open what was sealed before.</summary>
    public IList<SecretText> OlderSealingKeys { get; } = [];

    /// <summary>A file of sealing keys, for its owner only; it is made with a new key where there is none. Only for
    /// stores on this machine: without the file their values cannot be opened.</summary>
    public string? SealingKeyFile { get; set; }

    /// <summary>What may be called beside public addresses by https, as <c>TokenFunctions__Egress__Allow</c> of the
    /// service: hosts, <c>*.suffix</c>, addresses or blocks with commas between, such as
    /// <c>http://127.0.0.1:5201</c>.</summary>
    public string? EgressAllow { get; set; }

    /// <summary>The only hosts that may be called, as <c>TokenFunctions__Egress__Hosts</c>; null = any.</summary>
    public string? EgressHosts { get; set; }

    /// <summary>The most memory for tokens, in bytes, about.</summary>
    public long CacheBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Tokens that are got when the program starts and kept living while it runs.</summary>
    public IList<TokenKey> Prefetch { get; } = [];

    /// <summary>The times of the flow.</summary>
    public BrokerTimes Times { get; set; } = new();

    /// <summary>Adds a realm.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="config">Its config, JSON.</param>
    public EmbeddedOptions AddRealm(string id, [StringSyntax(StringSyntaxAttribute.Json)] string config)
    {
        Realms.Add(new RealmDefinition(id, config));
        return this;
    }

    /// <summary>Adds a realm of a shipped preset.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="preset">The preset, such as <c>generic-oauth2-client-credentials</c>.</param>
    /// <param name="config">JSON that overrides single members of the preset's config; null = none.</param>
    public EmbeddedOptions AddPreset(
        string id, string preset, [StringSyntax(StringSyntaxAttribute.Json)] string? config = null)
    {
        Realms.Add(new RealmDefinition(id, config ?? "{}") { Preset = preset });
        return this;
    }

    /// <summary>Adds a secret.</summary>
    /// <param name="realm">Its realm.</param>
    /// <param name="key">The name that tokens of it are asked by.</param>
    /// <param name="fields">Its values by field name.</param>
    public EmbeddedOptions AddSecret(string realm, string key, params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var values = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        foreach (var (name, value) in fields) values[name] = new SecretText(value);
        Secrets.Add(new SecretDraft(new TokenKey(realm, key), new SecretFields(values)));
        return this;
    }
}
