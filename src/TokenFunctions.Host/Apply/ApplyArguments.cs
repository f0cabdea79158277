namespace TokenFunctions.Host.Apply;

/// <summary>What is said behind <c>apply</c>.</summary>
/// <param name="Folder">The folder of realm files.</param>
/// <param name="DryRun">Whether the differences are printed only.</param>
/// <param name="RemoveSecrets">Whether secrets that the folder does not hold are removed.</param>
internal sealed record ApplyArguments(string Folder, bool DryRun, bool RemoveSecrets)
{
    private const string DryRunOption = "--dry-run";
    private const string RemoveSecretsOption = "--remove-secrets";

    /// <summary>Reads the words; null = they are not understood.</summary>
    public static ApplyArguments? Parse(IReadOnlyList<string> words)
    {
        var options = words.Where(word => word.StartsWith('-')).ToHashSet(StringComparer.Ordinal);
        // One word is the folder, and all others are options, each once.
        if (words.Except(options, StringComparer.Ordinal).ToList() is not [{ Length: > 0 } folder]) return null;
        if (words.Count != options.Count + 1) return null;
        var (dryRun, removeSecrets) = (options.Remove(DryRunOption), options.Remove(RemoveSecretsOption));
        return options.Count == 0 ? new ApplyArguments(folder, dryRun, removeSecrets) : null;
    }
}
