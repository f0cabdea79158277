using System.Buffers.Binary;
using System.Text;

namespace TokenFunctions.Package.Native;

/// <summary>A 64-bit little-endian ELF file, as far as it tells which versions of libraries it needs (System V ABI,
/// "Object Files"; Linux Standard Base, "Symbol Versioning").</summary>
/// <param name="bytes">The file.</param>
internal sealed class ElfFile(byte[] bytes)
{
    private const int SectionTable = 40;
    private const int SectionCount = 60;
    private const int SectionLength = 64;

    // SHT_GNU_verneed, the type of .gnu.version_r.
    private const uint NeededVersionsType = 0x6ffffffe;

    private static ReadOnlySpan<byte> Mark => "\u007fELF\u0002\u0001"u8;

    /// <summary>Whether a file is one.</summary>
    public static bool IsOne(string file)
    {
        Span<byte> start = stackalloc byte[Mark.Length];
        using var stream = File.OpenRead(file);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(Mark);
    }

    /// <summary>The names of the versions, such as <c>GLIBC_2.17</c>.</summary>
    public IReadOnlyList<string> NeededVersions()
    {
        var (table, count) = (Long(SectionTable), Short(SectionCount));
        var sections = Enumerable.Range(0, count).Select(i => SectionAt(table + (i * SectionLength))).ToList();
        return
        [
            .. from section in sections
               where section.Type == NeededVersionsType
               from name in NeededBy(section.Offset)
               select Text(sections[section.Names].Offset + name),
        ];
    }

    // A list of files, each with a list of the versions that are needed of it; each entry says how far the next one is.
    private List<int> NeededBy(int file)
    {
        var names = new List<int>();
        while (true)
        {
            var version = file + Int(file + 8);
            for (var left = Short(file + 2); left > 0; left--)
            {
                names.Add(Int(version + 8));
                version += Int(version + 12);
            }

            var next = Int(file + 12);
            if (next == 0) return names;
            file += next;
        }
    }

    private Section SectionAt(int at) => new((uint)Int(at + 4), Long(at + 24), Int(at + 40));

    private string Text(int at) => Encoding.ASCII.GetString(bytes.AsSpan(at, bytes.AsSpan(at).IndexOf((byte)0)));

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    // An offset in the file, which fits an array.
    private int Long(int at) => checked((int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)));

    // sh_type, sh_offset and sh_link: where the names of this section are.
    private sealed record Section(uint Type, int Offset, int Names);
}
