using System.Globalization;
using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Files;

/// <summary>Reads an item of a file's <c>secrets</c>.</summary>
/// <param name="faults">Where faults go.</param>
/// <param name="environment">Gives an environment variable; null = it is not set.</param>
internal sealed class SecretReader(FileFaults faults, Func<string, string?> environment)
{
    // As the service has them: a time without a zone means something else on each machine.
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>The secret; null = it has no usable key. It is of no use either when there are faults.</summary>
    public WantedSecret? Read(JsonElement json, string pointer)
    {
        var secret = FileObject.Read(json, pointer, faults, "key", "fields", "vault_secret", "keep_warm", "expires_at");
        if (secret is null) return null;
        var key = secret.RequireName("key");
        if (secret.Find("fields") is null && secret.Find("vault_secret") is null)
            secret.Fault("fields", "is missing, and so is vault_secret; one of them must say what the secret is");
        var read = new WantedSecret(key ?? "", ReadFields(secret))
        {
            VaultSecret = ReadAddress(secret),
            KeepWarm = secret.Flag("keep_warm"),
            ExpiresAt = ReadTime(secret),
        };
        return key is null ? null : read;
    }

    private static Uri? ReadAddress(FileObject secret)
    {
        if (secret.Text("vault_secret") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            return address;
        secret.Fault("vault_secret", "must be the https address of a Key Vault secret");
        return null;
    }

    private static DateTimeOffset? ReadTime(FileObject secret)
    {
        if (secret.Text("expires_at") is not { } text) return null;
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, utc, out var at)) return at;
        secret.Fault("expires_at", "must be a time by RFC 3339 with a zone, such as 2030-01-31T12:00:00Z");
        return null;
    }

    private SecretFields ReadFields(FileObject secret)
    {
        if (secret.Find("fields") is not { } json) return SecretFields.None;
        if (FileObject.Read(json, secret.At("fields"), faults) is not { } fields) return SecretFields.None;
        var values = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        foreach (var (name, source) in fields.Members)
        {
            if (!FieldName.IsValid(name)) fields.Fault(name, $"must be {FieldName.InWords}");
            else if (ReadValue(fields, name, source) is { } value) values[name] = new SecretText(value);
        }

        if (!fields.Members.Any()) secret.Fault("fields", "must have a field");
        return new SecretFields(values);
    }

    private string? ReadValue(FileObject fields, string name, JsonElement json)
    {
        if (FileObject.Read(json, fields.At(name), faults, "value", "env") is not { } source) return null;
        if (source.Find("value").HasValue == source.Find("env").HasValue)
        {
            fields.Fault(name, "must have either value, for what is not confidential, or env");
            return null;
        }

        if (source.Text("value") is { } value) return value;
        if (source.Text("env") is not { } variable) return null;
        if (environment(variable) is { Length: > 0 } found) return found;
        source.Fault("env", $"names the environment variable {variable}, which is not set");
        return null;
    }
}
