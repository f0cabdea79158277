using System.Globalization;

namespace TokenFunctions.Realms;

/// <summary>Places in JSON (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>The place of the member <paramref name="name"/> of what is at <paramref name="parent"/>.</summary>
    public static string Of(string parent, string name) =>
        $"{parent}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The place of an item of the array at <paramref name="parent"/>.</summary>
    public static string Of(string parent, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");
}
