using TokenFunctions.Tokens;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads the operator's API key. What is wrong is told without the text.</summary>
internal sealed class AdminKeyReader(IConfigurationSection section, List<string> faults)
{
    private const int Least = 20;
    private const int LeastDifferent = 10;

    /// <summary>The key; null = none is set.</summary>
    public SecretText? Read()
    {
        if (section["AdminKey"]?.Trim() is not { Length: > 0 } text) return null;
        if (IsStrong(text)) return new SecretText(text);
        faults.Add($"{section.Key}__AdminKey must have at least {Least} printable ASCII characters,"
            + $" {LeastDifferent} of them different; 'openssl rand -base64 32' makes one");
        return null;
    }

    // No measure of what somebody thought of, but a word or a digit that was held down is none.
    private static bool IsStrong(string key) =>
        key.Length >= Least && key.All(c => c is > ' ' and < (char)127) && key.Distinct().Count() >= LeastDifferent;
}
