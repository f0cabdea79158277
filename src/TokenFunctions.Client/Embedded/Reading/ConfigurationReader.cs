using System.Globalization;
using Microsoft.Extensions.Configuration;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Embedded.Reading;

/// <summary>Reads realms and secrets of a configuration's section. A realm's config is one JSON text in it: a
/// configuration knows neither numbers nor the order of members.</summary>
/// <param name="realms">Where realms go.</param>
/// <param name="secrets">Where secrets go.</param>
/// <param name="faults">Where faults go; they name the place, never the value.</param>
internal sealed class ConfigurationReader(
    List<RealmDefinition> realms, List<SecretDraft> secrets, List<string> faults)
{
    private static readonly string[] RealmTexts = ["Preset", "Config", "LogicCode", "Comment"];
    private static readonly string[] RealmMembers = [.. RealmTexts, "Secrets"];
    private static readonly string[] SecretMembers = ["Fields", "KeepWarm", "ExpiresAt"];

    /// <summary>Reads the section's <c>Realms</c>; what stands beside it belongs to others.</summary>
    public void Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Realms");
        if (!section.GetChildren().Any()) faults.Add($"The configuration has no realm at {section.Path}");
        foreach (var realm in section.GetChildren()) ReadRealm(realm);
    }

    private void ReadRealm(IConfigurationSection realm)
    {
        CheckMembers(realm, RealmMembers);
        foreach (var text in RealmTexts) CheckText(realm.GetSection(text));
        realms.Add(new RealmDefinition(realm.Key, realm["Config"] ?? "{}")
        {
            Preset = realm["Preset"],
            LogicCode = realm["LogicCode"],
            Comment = realm["Comment"],
        });
        foreach (var secret in realm.GetSection("Secrets").GetChildren()) ReadSecret(realm.Key, secret);
    }

    private void ReadSecret(string realm, IConfigurationSection secret)
    {
        CheckMembers(secret, SecretMembers);
        var fields = secret.GetSection("Fields").GetChildren().ToDictionary(
            field => field.Key, field => new SecretText(field.Value ?? ""), StringComparer.Ordinal);
        secrets.Add(new SecretDraft(new TokenKey(realm, secret.Key), new SecretFields(fields))
        {
            KeepWarm = ReadFlag(secret, "KeepWarm"),
            ExpiresAt = ReadTime(secret, "ExpiresAt"),
        });
    }

    private void CheckMembers(IConfigurationSection section, string[] known)
    {
        foreach (var child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                faults.Add($"{child.Path} is not known; known are {string.Join(", ", known)}");
        }
    }

    // An object where a text should be has no value of its own and would seem not to be there.
    private void CheckText(IConfigurationSection section)
    {
        if (section.GetChildren().Any()) faults.Add($"{section.Path} must be one text; Config is JSON in a string");
    }

    private bool ReadFlag(IConfigurationSection section, string name)
    {
        if (section[name] is not { Length: > 0 } text) return false;
        if (bool.TryParse(text, out var flag)) return flag;
        faults.Add($"{section.Path}:{name} must be true or false");
        return false;
    }

    private DateTimeOffset? ReadTime(IConfigurationSection section, string name)
    {
        if (section[name] is not { Length: > 0 } text) return null;
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var at)) return at;
        faults.Add($"{section.Path}:{name} must be a time, such as 2030-01-31T12:00:00Z");
        return null;
    }
}
