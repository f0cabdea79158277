using System.Globalization;
using System.Text;

namespace TokenFunctions.AzureStorage;

/// <summary>Names of properties. Cells cannot hold <c>__</c> in their names, so what follows it is ours.</summary>
internal static class EntityNames
{
    public const string WriteId = "write__id";

    /// <summary>Ends the name of an annotation that tells the type of a property.</summary>
    public static ReadOnlySpan<byte> TypeSuffix => "@odata.type"u8;

    /// <summary>Ends the name of a property that holds the 64 bits of a real that JSON cannot carry.</summary>
    public const string Bits = "__bits";

    /// <summary>The most characters of a text property: 64 KiB of UTF-16 (learn.microsoft.com, "Understanding the Table
    /// service data model").</summary>
    public const int TextPart = 32 * 1024;

    /// <summary>The most bytes of a binary property (as above).</summary>
    public const int BytesPart = 64 * 1024;

    /// <summary>Whether the property is a cell's, or a part of one's, and not the service's own.</summary>
    public static bool IsCell(string property) => IsCell(Encoding.UTF8.GetBytes(property));

    /// <inheritdoc cref="IsCell(string)"/>
    public static bool IsCell(ReadOnlySpan<byte> property) =>
        !property.Contains((byte)'@') && !property.StartsWith("odata."u8) && !property.SequenceEqual("PartitionKey"u8)
        && !property.SequenceEqual("RowKey"u8) && !property.SequenceEqual("Timestamp"u8);

    /// <summary>Whether the property holds a part of a cell, or one in another form.</summary>
    public static bool IsPart(string property) => property.Contains("__", StringComparison.Ordinal);

    /// <inheritdoc cref="IsPart(string)"/>
    public static bool IsPart(ReadOnlySpan<byte> property) => property.IndexOf("__"u8) >= 0;

    /// <summary>The name of part <paramref name="index"/> of a cell; the first part has the cell's own name.</summary>
    public static string Part(string cell, int index) =>
        index == 0 ? cell : string.Create(CultureInfo.InvariantCulture, $"{cell}__{index}");

    /// <summary>The cell and the part that a property's name stands for.</summary>
    public static (string Cell, int Part) Read(string name)
    {
        var cut = name.IndexOf("__", StringComparison.Ordinal);
        return cut > 0
            && int.TryParse(name.AsSpan(cut + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            ? (name[..cut], part)
            : (name, 0);
    }
}
