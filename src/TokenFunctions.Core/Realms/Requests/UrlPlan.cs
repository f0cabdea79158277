using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>The address that is called.</summary>
/// <param name="Head">Scheme, host and path.</param>
/// <param name="Query">The query's pairs in order, as <c>url</c> has them.</param>
internal sealed record UrlPlan(IReadOnlyList<UrlPart> Head, IReadOnlyList<UrlPair> Query)
{
    /// <summary>The texts and expressions that it is made of.</summary>
    public IEnumerable<TemplatePart> Parts => All.Select(part => part.Part);

    /// <summary>The names of the arguments that stand in it as <c>{name}</c>, each once.</summary>
    public IEnumerable<string> ArgumentNames =>
        All.Select(part => part.Argument).OfType<string>().Distinct(StringComparer.Ordinal);

    private IEnumerable<UrlPart> All => Head.Concat(Query.SelectMany(pair => pair.Parts));

    private bool HasValueInPath => Head.Any(part => part is { Place: UrlPlace.Path, IsLiteral: false });

    /// <summary>The address for one attempt; null when the values make none.</summary>
    public Uri? Fill(AttemptScope scope, GivenArguments given)
    {
        var head = "";
        foreach (var part in Head)
        {
            if (part.Fill(scope, given) is not { } text) return null;
            head += text;
        }
        if (HasValueInPath && UrlText.HasDotSegment(head)) return null;
        var query = UrlPair.Join(Query, ArgumentPlace.Url, scope, given);
        return UrlText.TryParse(query.Length > 0 ? $"{head}?{query}" : head, out var uri) ? uri : null;
    }
}
