using System.Buffers.Binary;

namespace TokenFunctions.Package.Zipping;

/// <summary>The list of entries at the end of a zip (PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16).</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const uint EndMark = 0x06054b50;
    private const uint EntryMark = 0x02014b50;

    // "Version made by", upper byte: whose file attributes the entry has.
    private const int SystemOffset = 5;
    private const byte Unix = 3;

    /// <summary>Says of each entry that its attributes are those of Unix. .NET says so of zips that it writes on Unix
    /// alone, and unpackers leave out the modes of others.</summary>
    /// <param name="file">A zip without a comment and below 4 GiB.</param>
    /// <exception cref="PackageException">It is not one.</exception>
    public static void MarkAsUnix(string file)
    {
        var zip = File.ReadAllBytes(file);
        var end = zip.AsSpan(zip.Length - EndLength);
        Require(end, EndMark);
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        for (int left = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]); left > 0; left--)
        {
            var entry = zip.AsSpan(at);
            Require(entry, EntryMark);
            entry[SystemOffset] = Unix;
            at += EntryLength + Length(entry, 28) + Length(entry, 30) + Length(entry, 32);
        }

        File.WriteAllBytes(file, zip);
    }

    private static int Length(ReadOnlySpan<byte> entry, int offset) =>
        BinaryPrimitives.ReadUInt16LittleEndian(entry[offset..]);

    private static void Require(ReadOnlySpan<byte> part, uint mark)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(part) != mark)
            throw new PackageException("the zip has not the form that was expected");
    }
}
