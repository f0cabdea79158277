using System.Buffers;

namespace TokenFunctions.Storage.Tables;

/// <summary>The address of a row in a table. Both parts are compared and ordered by ordinal, case-sensitive.</summary>
/// <param name="Partition">Rows of one partition are near each other and can be read as a range.</param>
/// <param name="Id">The row's name inside its partition.</param>
public readonly record struct RowKey(string Partition, string Id)
{
    /// <summary>The longest part, in characters (Azure Table Storage: 1 KiB of UTF-16).</summary>
    public const int MaxLength = 512;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "!\"$%&()*+,-.0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Whether every store can hold this address: printable ASCII but <c>/ \ # ? '</c>, at most
    /// <see cref="MaxLength"/> characters a part.</summary>
    public bool IsValid => IsValidPart(Partition) && IsValidPart(Id);

    private static bool IsValidPart(string part) =>
        part is { Length: > 0 and <= MaxLength } && !part.AsSpan().ContainsAnyExcept(Allowed);
}
