using System.Globalization;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads the numbers of answers, which providers write as numbers and as texts.</summary>
internal static class NumberText
{
    /// <summary>The number as it is written: a binary fraction would be off by a tick. One beyond all reason, as 1e400
    /// or NaN, is the greatest there is. Null when the text is none.</summary>
    public static decimal? Read(string? text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? decimal.MaxValue : null;
    }
}
