using System.Globalization;
using System.Text;

namespace TokenFunctions.Quotas;

/// <summary>A tally as text: <c>1767268800001*3 27000</c> is three calls and, 27 s later, one more.</summary>
internal static class TallyText
{
    private const int MaxEntries = 100;
    private const long MaxCount = 1_000_000_000_000;

    // The last millisecond of the year 9000; what is added to it is still a time.
    private const long MaxEnd = 221_845_392_000_000;

    /// <summary>Writes a tally.</summary>
    public static string Write(Tally tally)
    {
        var text = new StringBuilder();
        var last = 0L;
        foreach (var (end, count) in tally.Entries)
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(CultureInfo.InvariantCulture, $"{end - last}");
            if (count != 1) text.Append(CultureInfo.InvariantCulture, $"*{count}");
            last = end;
        }

        return text.ToString();
    }

    /// <summary>Reads a tally. What is no tally counts as empty: a broken cell must not stop a realm.</summary>
    public static Tally Read(ReadOnlySpan<char> text)
    {
        List<TallyEntry> entries = [];
        var last = 0L;
        foreach (var range in text.Split(' '))
        {
            if (entries.Count == MaxEntries || Entry(text[range], last) is not { } entry) return Tally.Empty;
            entries.Add(entry);
            last = entry.End;
        }

        return Tally.Of(entries);
    }

    private static TallyEntry? Entry(ReadOnlySpan<char> text, long last)
    {
        var star = text.IndexOf('*');
        if (Number(star < 0 ? text : text[..star], MaxEnd) is not { } later || last + later > MaxEnd) return null;
        var count = star < 0 ? 1 : Number(text[(star + 1)..], MaxCount);
        return count is > 0 ? new TallyEntry(last + later, count.Value) : null;
    }

    private static long? Number(ReadOnlySpan<char> text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : null;
}
