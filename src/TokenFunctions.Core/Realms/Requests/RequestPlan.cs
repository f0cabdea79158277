using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>What is sent to the provider.</summary>
internal sealed class RequestPlan
{
    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The address.</summary>
    public required UrlPlan Url { get; init; }

    /// <summary>The members of <c>body</c>, then the realm's <c>arguments</c>, so that these win.</summary>
    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    /// <summary>How the request is authorized; null = by its arguments only.</summary>
    public IRequestAuth? Auth { get; init; }

    /// <summary>The body; null = none.</summary>
    public IRequestBody? Body { get; init; }

    /// <summary>The media type that the answer should have.</summary>
    public string Accept { get; init; } = JsonBody.Json;

    /// <summary>The secret fields that no call can do without, each once, in ordinal order. What only some calls send
    /// is looked for when such a call is made.</summary>
    public IReadOnlyList<string> Fields =>
    [
        .. Needs(Arguments.Where(argument => argument.When == ArgumentWhen.Always))
            .Where(part => part.Kind == TemplatePartKind.Field)
            .Select(part => part.Text)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Makes the request of one attempt; never throws for what a secret or an answer holds.</summary>
    public BuiltRequest Build(AttemptScope scope)
    {
        var meant = Arguments.Where(argument => argument.IsFor(scope.Material.Forced));
        if (MissingValues.Among(Needs(meant), scope) is { } missing) return missing;
        var given = new GivenArguments(Arguments, scope);
        if (given.Fault is { } fault) return BuiltRequest.Refused(fault);
        if (Url.Fill(scope, given) is not { } uri)
            return BuiltRequest.Refused("The values make no valid url; check what `url` reads.");
        var body = Body?.Fill(scope, given);
        return body?.Fault is { } bodyFault
            ? BuiltRequest.Refused(bodyFault)
            : Finish(new(Method, uri, body?.Bytes), scope, given);
    }

    private BuiltRequest Finish(RequestDraft draft, AttemptScope scope, GivenArguments given)
    {
        foreach (var header in given.In(ArgumentPlace.Header)) draft.Headers.Set(header.Name, header.Text(scope));
        draft.SetUsualType(Body?.MediaType);
        var credentials = Auth?.Authorize(draft, scope);
        if (draft.FindOddHeader() is { } odd)
            return BuiltRequest.Refused($"The values for the header `{odd}` hold characters that no header can carry;"
                + " only printable ASCII is sent.");
        return new(draft.ToMessage(Accept), null) { Credentials = credentials };
    }

    private IEnumerable<TemplatePart> Needs(IEnumerable<Argument> arguments) =>
        Url.Parts
            .Concat(arguments.SelectMany(argument => argument.Needs))
            .Concat(Auth?.Parts ?? [])
            .Concat(Body?.Parts ?? []);
}
