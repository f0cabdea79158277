using TokenFunctions.Storage.Tables;

namespace TokenFunctions.AzureStorage;

/// <summary>Which properties hold a row: one set of rules for all that write entities. Long texts and bytes are split
/// over several properties.</summary>
internal static class EntityProperties
{
    /// <summary>Writes all properties but the address.</summary>
    public static void Write(Row row, string writeId, IPropertyWriter to)
    {
        to.Text(EntityNames.WriteId, writeId);
        foreach (var (name, value) in row.Cells) WriteCell(to, name, value);
    }

    private static void WriteCell(IPropertyWriter to, string name, object value)
    {
        switch (value)
        {
            case string text: WriteText(to, name, text); break;
            case long number: to.Number(name, number); break;
            case double real: WriteReal(to, name, real); break;
            case bool flag: to.Flag(name, flag); break;
            case DateTimeOffset time: to.Time(name, time); break;
            case byte[] bytes: WriteBytes(to, name, bytes); break;
            default: throw new InvalidOperationException("A cell has a type that rows do not know.");
        }
    }

    // JSON has no numbers for the infinities and NaN, and not every writer has words for them; on its way through JSON
    // a zero may lose its sign.
    private static void WriteReal(IPropertyWriter to, string name, double real)
    {
        if (double.IsFinite(real) && (real != 0 || !double.IsNegative(real))) to.Real(name, real);
        else to.Number(name + EntityNames.Bits, BitConverter.DoubleToInt64Bits(real));
    }

    private static void WriteText(IPropertyWriter to, string name, string text)
    {
        for (int index = 0, from = 0; index == 0 || from < text.Length; index++)
        {
            var length = Math.Min(EntityNames.TextPart, text.Length - from);
            // Half a surrogate pair cannot be written in UTF-8.
            if (from + length < text.Length && char.IsHighSurrogate(text[from + length - 1])) length--;
            to.Text(EntityNames.Part(name, index), text.AsSpan(from, length));
            from += length;
        }
    }

    private static void WriteBytes(IPropertyWriter to, string name, byte[] bytes)
    {
        for (int index = 0, from = 0; index == 0 || from < bytes.Length; index++)
        {
            var length = Math.Min(EntityNames.BytesPart, bytes.Length - from);
            to.Bytes(EntityNames.Part(name, index), bytes.AsSpan(from, length));
            from += length;
        }
    }
}
