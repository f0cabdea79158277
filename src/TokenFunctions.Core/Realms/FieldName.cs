namespace TokenFunctions.Realms;

/// <summary>The one rule for the names of secret fields, where they are stored and where realms read them:
/// <c>[A-Za-z_][A-Za-z0-9_-]{0,127}</c>. A dot is left for expressions to come.</summary>
public static class FieldName
{
    /// <summary>The rule in words, for error messages.</summary>
    public const string InWords =
        "a secret field's name (a letter or '_', then letters, digits, '_' or '-', at most 128 in all)";

    /// <summary>Whether <paramref name="name"/> can name a secret field.</summary>
    public static bool IsValid(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 128 || !(char.IsAsciiLetter(name[0]) || name[0] == '_')) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) return false;
        return true;
    }
}
