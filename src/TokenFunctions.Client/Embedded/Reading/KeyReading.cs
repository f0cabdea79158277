using TokenFunctions.Storage.Sealing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Embedded.Reading;

/// <summary>Finds the keys that the store's values are sealed with.</summary>
/// <param name="faults">Where faults go; while there are any, no file is made.</param>
internal sealed class KeyReading(List<string> faults)
{
    /// <summary>The keys; null = there are faults.</summary>
    public ISealingKeys? Read(EmbeddedOptions options)
    {
        var active = Parse(options.SealingKey, nameof(options.SealingKey));
        var older = options.OlderSealingKeys.Select(key => Parse(key, nameof(options.OlderSealingKeys))).ToList();
        if (options is { Tables: not null, SealingKey: null, SealingKeyFile: null })
            faults.Add("SealingKey or SealingKeyFile is missing; what lies in Tables is sealed with it");
        if (options is { SealingKey: not null, SealingKeyFile: not null })
            faults.Add("SealingKey and SealingKeyFile are both set; one of them says what seals");
        if (faults.Count > 0) return null;
        var keys = active is not null ? [active] : FromFile(options.SealingKeyFile);
        if (faults.Count > 0) return null;
        return Ring([.. keys, .. older.OfType<SealingKey>()]);
    }

    private SealingKey? Parse(SecretText? text, string name)
    {
        if (text is null) return null;
        if (SealingKey.TryParse(text.Reveal(), out var key)) return key;
        faults.Add($"{name} must be 32 bytes in base64; 'openssl rand -base64 32' makes one");
        return null;
    }

    // What lives in memory needs a key for as long.
    private IReadOnlyList<SealingKey> FromFile(string? path)
    {
        if (path is null) return [new SealingKey("memory", SealingKey.NewBytes())];
        try
        {
            return SealingKeyFile.ReadOrMake(path);
        }
        catch (SealingKeyFileException e)
        {
            faults.Add(e.Message);
            return [];
        }
    }

    private SealingKeyRing? Ring(IReadOnlyList<SealingKey> keys)
    {
        if (KeyDoubles.Find(keys, hasActive: true, nameof(EmbeddedOptions.OlderSealingKeys)) is { } doubles)
        {
            faults.Add(doubles);
            return null;
        }

        return new SealingKeyRing(new FixedSealingKeys(keys[0]), [.. keys.Skip(1)]);
    }
}
