using System.Text;

namespace TokenFunctions.Storage.Tables;

/// <summary>The names of cells as stores read them: all rows of a table have the same few names, so each is one text in
/// the whole process and not a new one a row.</summary>
public static class CellNames
{
    private const int Slots = 1024;
    private const int Ways = 8;
    private const int Longest = 64;
    private static readonly string?[] Known = new string?[Slots];

    /// <summary>The text of a name.</summary>
    /// <param name="utf8">The name in UTF-8; bytes that are none become U+FFFD.</param>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest || !Ascii.IsValid(utf8)) return Encoding.UTF8.GetString(utf8);
        var first = FirstSlot(utf8);
        for (var way = 0; way < Ways; way++)
        {
            ref var slot = ref Known[(first + way) % Slots];
            // Two threads may fill a slot with the same name; either text does.
            if (Volatile.Read(ref slot) is not { } name) return slot = Encoding.ASCII.GetString(utf8);
            if (Ascii.Equals(utf8, name)) return name;
        }

        // Where there is no room the newest name takes the place of another one, which is made again when it is read.
        return Known[first] = Encoding.ASCII.GetString(utf8);
    }

    // FNV-1a.
    private static uint FirstSlot(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261;
        foreach (var one in utf8) hash = (hash ^ one) * 16777619;
        return hash % Slots;
    }
}
