using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads <c>TokenFunctions__SealingKey</c> and <c>TokenFunctions__OlderSealingKeys</c>. What is wrong is told
/// without the text.</summary>
internal sealed class SealingKeysReader(IConfigurationSection section, List<string> faults)
{
    private const string ActiveName = "TokenFunctions__SealingKey";
    private const string OlderName = "TokenFunctions__OlderSealingKeys";

    /// <summary>The active key; null = it is not set.</summary>
    public SealingKey? ReadActive()
    {
        if (Value("SealingKey") is not { } text) return null;
        if (SealingKey.TryParse(text, out var key)) return key;
        faults.Add($"{ActiveName} must be 32 bytes in base64; 'openssl rand -base64 32' makes one");
        return null;
    }

    /// <summary>The further keys. That none is there twice, <see cref="StartRules"/> sees to.</summary>
    public IReadOnlyList<SealingKey> ReadOlder()
    {
        if (Value("OlderSealingKeys") is not { } text) return [];
        var keys = new List<SealingKey>();
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (SealingKey.TryParse(parts[i], out var key)) keys.Add(key);
            else faults.Add($"{OlderName} must be keys of 32 bytes in base64, comma between; number {i + 1} is not");
        }

        if (parts.Length > SealingKeyFile.MostOlder)
            faults.Add($"{OlderName} holds more than {SealingKeyFile.MostOlder} keys; seal everything again (POST"
                + " /api/sealing/reseal) and take the oldest away");
        return keys;
    }

    private string? Value(string name) => section[name] is { Length: > 0 } text ? text.Trim() : null;
}
