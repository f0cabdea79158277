using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>The address that is called.</summary>
/// <param name="Head">Scheme, host and path.</param>
/// <param name="Query">The query's pairs in order, those of the arguments merged in.</param>
internal sealed record UrlPlan(IReadOnlyList<UrlPart> Head, IReadOnlyList<NamedTemplate> Query)
{
    private bool HasValueInPath => Head.Any(piece => piece is { Place: UrlPlace.Path, Part.IsLiteral: false });

    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields =>
        new Template([.. Head.Select(piece => piece.Part)]).Fields
            .Concat(Query.SelectMany(pair => pair.Template.Fields));

    /// <summary>The address for one attempt; null when the values make none.</summary>
    public Uri? Fill(AttemptScope scope)
    {
        var head = "";
        foreach (var piece in Head)
        {
            if (Text(piece, scope) is not { } text) return null;
            head += text;
        }
        if (HasValueInPath && UrlText.HasDotSegment(head)) return null;
        var query = string.Join('&', Query.Select(pair => pair.Template.Fill(scope, Uri.EscapeDataString)));
        return UrlText.TryParse(query.Length > 0 ? $"{head}?{query}" : head, out var uri) ? uri : null;
    }

    private static string? Text(UrlPart piece, AttemptScope scope)
    {
        var value = scope.Of(piece.Part).Text;
        if (piece.Part.IsLiteral) return value;
        return piece.Place switch
        {
            UrlPlace.Base => UrlText.IsBase(value) ? value.TrimEnd('/') : null,
            UrlPlace.Authority => UrlText.IsAuthority(value) ? value : null,
            _ => Uri.EscapeDataString(value),
        };
    }
}
