using TokenFunctions.Realms;

namespace TokenFunctions.Http.Input;

/// <summary>Where a secret's fields stand in the API: the first system's <c>key_1</c> … <c>key_20</c> beside
/// <c>fields</c>, every other name by <see cref="FieldName"/> in it.</summary>
internal static class SecretFieldRule
{
    /// <summary>What stands for a value in every answer.</summary>
    public const string Mask = "******";

    /// <summary>key_1 … key_20.</summary>
    public static readonly IReadOnlyList<string> Numbered = [.. Enumerable.Range(1, 20).Select(n => $"key_{n}")];

    /// <summary>Whether the name stands beside <c>fields</c>.</summary>
    public static bool IsNumbered(string name) => Numbered.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether the name stands in <c>fields</c>.</summary>
    public static bool IsNamed(string name) => FieldName.IsValid(name) && !IsNumbered(name);
}
