namespace TokenFunctions.Host.Apply.Remote;

/// <summary>The first system's fields, which stand beside <c>fields</c> in the service's JSON. A file has all fields in
/// one place.</summary>
internal static class NumberedFields
{
    /// <summary>key_1 … key_20.</summary>
    public static readonly IReadOnlyList<string> All = [.. Enumerable.Range(1, 20).Select(n => $"key_{n}")];

    /// <summary>Whether the field stands beside <c>fields</c>.</summary>
    public static bool Has(string name) => All.Contains(name, StringComparer.Ordinal);
}
