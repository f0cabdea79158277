namespace TokenFunctions.Realms.Requests;

/// <summary>A request that is being made: what the realm sets, before the usual headers are added.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="uri">The address.</param>
/// <param name="body">The body; null = none.</param>
internal sealed class RequestDraft(HttpMethod method, Uri uri, byte[]? body)
{
    private const string ContentType = "Content-Type";

    // The version is the assembly's own and is read once.
    private static readonly string Agent =
        $"TokenFunctions/{typeof(RequestDraft).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method => method;

    /// <summary>The address.</summary>
    public Uri Uri => uri;

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlySpan<byte> Body => body;

    /// <summary>The headers, those of the body among them.</summary>
    public NamedList<string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets the media type of the body, unless the realm has set one.</summary>
    public void SetUsualType(string? mediaType)
    {
        if (mediaType is not null && !Headers.Has(ContentType)) Headers.Add(ContentType, mediaType);
    }

    /// <summary>The first header that no wire can carry; null = none.</summary>
    public string? FindOddHeader() =>
        Headers.Entries.Where(header => !HeaderText.IsValue(header.Value))
            .Select(header => header.Key)
            .FirstOrDefault();

    /// <summary>The request, with the usual headers where the realm sets none.</summary>
    /// <param name="accept">The media type that the answer should have.</param>
    public HttpRequestMessage ToMessage(string accept)
    {
        var message = new HttpRequestMessage(method, uri);
        if (body is not null || Headers.Has(ContentType)) message.Content = new ByteArrayContent(body ?? []);
        foreach (var (name, value) in Headers.Entries)
        {
            // As written: a parser would sort and quote the parameters anew.
            if (HeaderText.IsContentType(name)) message.Content!.Headers.TryAddWithoutValidation(ContentType, value);
            else message.Headers.TryAddWithoutValidation(name, value);
        }
        if (!Headers.Has("Accept")) message.Headers.TryAddWithoutValidation("Accept", accept);
        if (!Headers.Has("User-Agent")) message.Headers.TryAddWithoutValidation("User-Agent", Agent);
        return message;
    }
}
