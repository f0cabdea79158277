using System.Collections;

namespace TokenFunctions.Tokens;

/// <summary>The credential of one account at a realm: texts under field names, case-sensitive.</summary>
public sealed class SecretFields(IReadOnlyDictionary<string, SecretText> fields)
    : IReadOnlyCollection<KeyValuePair<string, SecretText>>
{
    /// <summary>No field at all.</summary>
    public static readonly SecretFields None = new(new Dictionary<string, SecretText>(StringComparer.Ordinal));

    /// <summary>The names of the fields, in ordinal order; not confidential.</summary>
    public IReadOnlyList<string> Names { get; } = [.. fields.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public int Count => fields.Count;

    /// <summary>The field's value; null = there is no such field.</summary>
    public SecretText? Find(string name) => fields.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, SecretText>> GetEnumerator() => fields.GetEnumerator();

    /// <summary>The names, never the values.</summary>
    public override string ToString() => string.Join(", ", Names);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
