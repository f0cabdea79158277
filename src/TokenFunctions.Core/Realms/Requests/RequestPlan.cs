using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>What is sent to the provider.</summary>
internal sealed class RequestPlan
{
    // The version is the assembly's own and is read once.
    private static readonly string Agent =
        $"TokenFunctions/{typeof(RequestPlan).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The address.</summary>
    public required UrlPlan Url { get; init; }

    /// <summary>Headers beside the usual ones.</summary>
    public required IReadOnlyList<NamedTemplate> Headers { get; init; }

    /// <summary>HTTP Basic; null = none.</summary>
    public BasicAuth? Auth { get; init; }

    /// <summary>The body; null = none.</summary>
    public IRequestBody? Body { get; init; }

    /// <summary>The secret fields that it reads, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Fields =>
    [
        .. Url.Fields
            .Concat(Headers.SelectMany(header => header.Template.Fields))
            .Concat(Auth?.Fields ?? [])
            .Concat(Body?.Fields ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Makes the request of one attempt; never throws for what a secret holds.</summary>
    public BuiltRequest Build(AttemptScope scope)
    {
        if (Url.Fill(scope) is not { } uri)
            return new(null, "The secret's values make no valid url; check the fields that `url` reads.");
        var message = new HttpRequestMessage(Method, uri) { Content = Body?.Fill(scope) };
        foreach (var header in Headers)
        {
            var value = header.Template.Fill(scope);
            if (!HeaderText.IsValue(value)) return Refuse(message, header.Name);
            message.Headers.TryAddWithoutValidation(header.Name!, value);
        }
        var credentials = Auth?.Fill(scope);
        if (credentials is not null) message.Headers.TryAddWithoutValidation("Authorization", "Basic " + credentials);
        AddUsual(message);
        return new(message, null) { Credentials = credentials };
    }

    private static BuiltRequest Refuse(HttpRequestMessage message, string? header)
    {
        message.Dispose();
        return new(null, $"The secret's values for the header `{header}` hold characters that no header can carry;"
            + " only printable ASCII is sent.");
    }

    private static void AddUsual(HttpRequestMessage message)
    {
        if (!message.Headers.Contains("Accept")) message.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (!message.Headers.Contains("User-Agent")) message.Headers.TryAddWithoutValidation("User-Agent", Agent);
    }
}
