using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Responses;

/// <summary>The headers of an answer, also those of its body.</summary>
/// <param name="values">Name and value of each header line, in order.</param>
internal sealed class AnswerHeaders(IReadOnlyList<KeyValuePair<string, string>> values)
{
    /// <summary>No header at all.</summary>
    public static readonly AnswerHeaders None = new([]);

    /// <summary>Name and value of each header line, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values => values;

    /// <summary>The first value of a header, trimmed; absent when there is none.</summary>
    public Datum Header(string name)
    {
        foreach (var (key, value) in values)
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return Datum.Of(value.Trim());
        return default;
    }

    /// <summary>The value of a cookie that the answer sets (RFC 6265 §4.1); absent when it does not.</summary>
    public Datum Cookie(string name)
    {
        foreach (var (key, value) in values)
        {
            if (!string.Equals(key, "Set-Cookie", StringComparison.OrdinalIgnoreCase)) continue;
            // First the line as it should be; a value may have commas. Then as gateways join lines, though RFC 9110
            // §5.3 forbids it for these; the comma in a date is followed by no name with a `=`.
            foreach (var cookie in value.Split(',').Prepend(value))
                if (ValueOf(cookie, name) is { } found) return Datum.Of(found);
        }
        return default;
    }

    private static string? ValueOf(string cookie, string name)
    {
        var pair = cookie.Split(';', 2)[0];
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && pair.AsSpan(0, equals).Trim().SequenceEqual(name)
            ? pair[(equals + 1)..].Trim().Trim('"')
            : null;
    }
}
