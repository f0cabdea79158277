namespace TokenFunctions.Host.Backups;

/// <summary>What is said behind <c>restore</c>.</summary>
/// <param name="Folder">The backup.</param>
/// <param name="Replace">Whether a database that is there is replaced.</param>
internal sealed record RestoreArguments(string Folder, bool Replace)
{
    private const string ReplaceOption = "--replace";

    /// <summary>Reads the words; null = they are not understood.</summary>
    public static RestoreArguments? Parse(IReadOnlyList<string> words) => words switch
    {
        [{ Length: > 0 } folder] when IsFolder(folder) => new(folder, Replace: false),
        [{ Length: > 0 } folder, ReplaceOption] when IsFolder(folder) => new(folder, Replace: true),
        [ReplaceOption, { Length: > 0 } folder] when IsFolder(folder) => new(folder, Replace: true),
        _ => null,
    };

    /// <summary>Whether a word is a folder and no option.</summary>
    public static bool IsFolder(string word) => !word.StartsWith('-');
}
