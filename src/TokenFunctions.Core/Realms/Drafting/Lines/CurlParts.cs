namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>What was read of a curl line so far.</summary>
internal sealed class CurlParts
{
    private readonly List<string> headers = [];
    private readonly List<CurlData> data = [];
    private readonly List<string> cookies = [];
    private readonly List<string> notes = [];
    private readonly HashSet<CurlOption> tls = [];
    private string? method;
    private string? user;
    private string? bearer;
    private bool isGet;

    /// <summary>The words that are no options: the address among them.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Adds a sentence about what cannot be taken over.</summary>
    public void Note(string sentence) => notes.Add(sentence);

    /// <summary>An option that the table does not have. What only looks like one may be a value, so its name is shown
    /// only where it is made like a name.</summary>
    public void NoteUnknown(string name)
    {
        var isName = name.Length is > 1 and <= 30 && name.All(c => char.IsAsciiLetterLower(c) || c == '-');
        Note(isName ? $"The option `{name}` is not known and was left out." : "An unknown option was left out.");
    }

    /// <summary>Takes an option with its value.</summary>
    public void Take(CurlOption option, string name, string value)
    {
        switch (option)
        {
            case CurlOption.Url: Words.Insert(0, value); break;
            case CurlOption.Method: method = value; break;
            case CurlOption.Header: headers.Add(value); break;
            case CurlOption.UserAgent: headers.Add($"User-Agent: {value}"); break;
            case CurlOption.Cookie: TakeCookies(value); break;
            case CurlOption.User: user = value; break;
            case CurlOption.Bearer: bearer = value; break;
            case CurlOption.Get: isGet = true; break;
            case CurlOption.Insecure:
                Note($"`{name}` was left out: certificates are always checked. Give `tls.ca` where the provider has a "
                    + "certificate authority of its own.");
                break;
            case CurlOption.LostFlag or CurlOption.Lost:
                Note($"`{name}` was left out: a realm has nothing like it.");
                break;
            case CurlOption.Cert or CurlOption.Key or CurlOption.Pass or CurlOption.Ca: TakeTls(option, value); break;
            case CurlOption.Flag or CurlOption.Skipped: break;
            default: data.AddRange(CurlDataReader.Read(option, name, value, notes)); break;
        }
    }

    /// <summary>The line; null = there is no address in it.</summary>
    public CurlLine? ToLine()
    {
        // The value of an unknown option may look like a host; a scheme speaks for itself.
        var addresses = Words.Select(CurlAddress.Read).OfType<CurlAddress>().OrderByDescending(read => read.HasScheme);
        if (addresses.FirstOrDefault() is not { } address) return null;
        if (Words.Count > 1) Note("The line has words that belong to no option; only the address was read of them.");
        return new CurlLine
        {
            Address = address,
            Method = method?.ToUpperInvariant() ?? (data.Count > 0 && !isGet ? "POST" : "GET"),
            IsGet = isGet,
            Headers = headers,
            Data = data,
            Cookies = cookies,
            User = user ?? address.User,
            Bearer = bearer,
            Tls = tls,
            Notes = notes,
        };
    }

    private void TakeCookies(string value)
    {
        if (value.Contains('=', StringComparison.Ordinal)) cookies.Add(value);
        else Note("Cookies from a file were left out; write them into the line.");
    }

    // curl takes the pass phrase behind the file's name; a single letter there is a drive.
    private void TakeTls(CurlOption option, string value)
    {
        tls.Add(option);
        if (option == CurlOption.Cert && value.LastIndexOf(':') > 1) tls.Add(CurlOption.Pass);
    }
}
