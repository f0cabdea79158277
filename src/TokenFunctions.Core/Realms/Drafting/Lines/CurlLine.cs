namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>A request as a curl line describes it.</summary>
internal sealed class CurlLine
{
    /// <summary>The address that is called.</summary>
    public required CurlAddress Address { get; init; }

    /// <summary>The method in upper case, as curl would choose it.</summary>
    public required string Method { get; init; }

    /// <summary>Whether data goes to the query.</summary>
    public bool IsGet { get; init; }

    /// <summary>The headers as written, <c>Name: value</c>, in order.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>The data, in order.</summary>
    public IReadOnlyList<CurlData> Data { get; init; } = [];

    /// <summary>Cookies as written, <c>a=b; c=d</c>.</summary>
    public IReadOnlyList<string> Cookies { get; init; } = [];

    /// <summary>Name and password with a colon between; null = none.</summary>
    public string? User { get; init; }

    /// <summary>The token of <c>--oauth2-bearer</c>; null = none.</summary>
    public string? Bearer { get; init; }

    /// <summary>The TLS options that were given; their values are file names of somebody's machine.</summary>
    public IReadOnlySet<CurlOption> Tls { get; init; } = new HashSet<CurlOption>();

    /// <summary>Sentences about what of the line cannot be taken over.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The value of the last header of a name; null = it is not there.</summary>
    public string? Header(string name) =>
        Headers.Select(Pair).LastOrDefault(pair => string.Equals(pair.Name, name, StringComparison.OrdinalIgnoreCase))
            .Value;

    /// <summary>A header's name and value; the value is empty where curl would not send the header.</summary>
    public static (string Name, string Value) Pair(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (header.Trim(), "") : (header[..colon].Trim(), header[(colon + 1)..].Trim());
    }
}
