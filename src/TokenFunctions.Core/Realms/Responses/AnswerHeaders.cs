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
            var pair = value.Split(';', 2)[0];
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && pair.AsSpan(0, equals).Trim().SequenceEqual(name))
                return Datum.Of(pair[(equals + 1)..].Trim().Trim('"'));
        }
        return default;
    }
}
