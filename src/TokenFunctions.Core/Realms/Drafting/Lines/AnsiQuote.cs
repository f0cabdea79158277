using System.Globalization;
using System.Text;

namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>Bash's <c>$'…'</c>, which browsers write when they copy a request.</summary>
internal static class AnsiQuote
{
    private const string Letters = "abefnrtv";
    private const string Meanings = "\a\b\u001b\f\n\r\t\v";

    /// <summary>Takes the text up to the closing quote and moves behind it; false = it is not closed.</summary>
    public static bool Take(string line, ref int at, StringBuilder into)
    {
        while (at < line.Length)
        {
            var c = line[at++];
            if (c == '\'') return true;
            if (c == '\\' && at < line.Length) TakeEscape(line, ref at, into);
            else into.Append(c);
        }
        return false;
    }

    private static void TakeEscape(string line, ref int at, StringBuilder into)
    {
        var c = line[at++];
        var known = Letters.IndexOf(c, StringComparison.Ordinal);
        if (known >= 0) into.Append(Meanings[known]);
        else if (c == 'x') into.Append(Number(line, ref at, 2));
        else if (c == 'u') into.Append(Number(line, ref at, 4));
        else if (c == 'U') into.Append(Number(line, ref at, 8));
        else into.Append(c);
    }

    private static string Number(string line, ref int at, int most)
    {
        var start = at;
        while (at < line.Length && at - start < most && char.IsAsciiHexDigit(line[at])) at++;
        var digits = line.AsSpan(start, at - start);
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code)
            ? new Rune(code).ToString()
            : "\uFFFD";
    }
}
