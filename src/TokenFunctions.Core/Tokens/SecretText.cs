using System.Diagnostics;

namespace TokenFunctions.Tokens;

/// <summary>A text that must not be printed: a token, a credential. Only <see cref="Reveal"/> gives it out.</summary>
[DebuggerDisplay("***")]
public sealed class SecretText : IEquatable<SecretText>
{
    private readonly string value;

    /// <summary>Wraps <paramref name="value"/>.</summary>
    public SecretText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    /// <summary>The length in characters; safe to show.</summary>
    public int Length => value.Length;

    /// <summary>The text itself, for the wire and for sealing only.</summary>
    public string Reveal() => value;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <inheritdoc/>
    public bool Equals(SecretText? other) =>
        other is not null && string.Equals(value, other.value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretText);

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);
}
