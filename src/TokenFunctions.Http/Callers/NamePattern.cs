using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Callers;

/// <summary>Which names a rule is for: a name in which <c>*</c> stands for any characters, also for none. Compared
/// as names are, by case.</summary>
public sealed record NamePattern
{
    private const int MaxLength = 128;
    private readonly string[] parts;

    private NamePattern(string text) => (Text, parts) = (text, text.Split('*'));

    /// <summary>The pattern for all names.</summary>
    public static NamePattern All { get; } = new("*");

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it is for every name there can be.</summary>
    public bool IsAll => Text.Length > 0 && Text.All(c => c == '*');

    /// <summary>Reads a pattern; null = it has a character that no name has, or it is empty or too long.</summary>
    public static NamePattern? Parse(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(c => c == '*' || NameRule.IsNameCharacter(c))
            ? new NamePattern(text)
            : null;

    /// <summary>Whether the name is one of those. A pattern of n parts looks for each of them once, so there is nothing
    /// to draw out.</summary>
    public bool Matches(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (parts.Length == 1) return string.Equals(name, Text, StringComparison.Ordinal);
        var (first, last) = (parts[0], parts[^1]);
        if (name.Length < first.Length + last.Length) return false;
        if (!name.StartsWith(first, StringComparison.Ordinal) || !name.EndsWith(last, StringComparison.Ordinal))
            return false;
        var (at, end) = (first.Length, name.Length - last.Length);
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = name.IndexOf(part, at, end - at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }

        return true;
    }

    /// <summary>Whether two patterns are written alike.</summary>
    public bool Equals(NamePattern? other) => string.Equals(Text, other?.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
