namespace TokenFunctions.Http.Input;

/// <summary>The names of a secret's fields: the first system's <c>key_1</c> … <c>key_20</c>,
/// and names of one's own.</summary>
internal static class SecretFieldRule
{
    /// <summary>What stands for a value in every answer.</summary>
    public const string Mask = "******";

    private const int MaxLength = 64;

    /// <summary>key_1 … key_20.</summary>
    public static readonly IReadOnlyList<string> Numbered = [.. Enumerable.Range(1, 20).Select(n => $"key_{n}")];

    /// <summary>Whether the name stands in <c>fields</c>.</summary>
    public static bool IsNamed(string name) =>
        name.Length is > 0 and <= MaxLength
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && !IsNumbered(name);

    /// <summary>Whether the name is <c>key_</c> and a number, which stands beside <c>fields</c>.</summary>
    public static bool IsNumbered(string name) =>
        name.Length > 4 && name.StartsWith("key_", StringComparison.Ordinal) && name.Skip(4).All(char.IsAsciiDigit);
}
