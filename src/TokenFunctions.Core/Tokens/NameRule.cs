using System.Buffers;

namespace TokenFunctions.Tokens;

/// <summary>The one rule for names of realms, keys and callers: <c>[A-Za-z0-9][A-Za-z0-9._@-]{0,127}</c>,
/// case-sensitive.</summary>
public static class NameRule
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 128;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("-.0123456789@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>The rule in words, for error messages.</summary>
    public const string InWords = "1 to 128 letters, digits, '.', '_', '@' or '-', beginning with a letter or digit";

    /// <summary>Whether <paramref name="name"/> may be the name of a realm, a key or a caller.</summary>
    /// <param name="name">The name as it was sent; null is not a name.</param>
    public static bool IsValid(string? name) => IsValid(name.AsSpan());

    /// <summary>As <see cref="IsValid(string?)"/>, for a part of a text.</summary>
    public static bool IsValid(ReadOnlySpan<char> name) =>
        name is { Length: > 0 and <= MaxLength }
        && char.IsAsciiLetterOrDigit(name[0])
        && !name.ContainsAnyExcept(Characters);

    /// <summary>Whether a name may have this character after its first.</summary>
    public static bool IsNameCharacter(char c) => Characters.Contains(c);
}
