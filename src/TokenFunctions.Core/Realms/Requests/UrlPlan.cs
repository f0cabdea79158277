using TokenFunctions.Realms.Config;
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
        if (FillHead(scope, given) is not { } head) return null;
        if (HasValueInPath && UrlText.HasDotSegment(head)) return null;
        var mark = head.IndexOf('?', StringComparison.Ordinal);
        var query = UrlPair.Join(mark < 0 ? Query : Own(head[(mark + 1)..]), ArgumentPlace.Url, scope, given);
        if (mark >= 0) head = head[..mark];
        return UrlText.TryParse(query.Length > 0 ? $"{head}?{query}" : head, out var uri) ? uri : null;
    }

    private string? FillHead(AttemptScope scope, GivenArguments given)
    {
        if (Head[0].Place != UrlPlace.Base) return Join(Head, scope, given);
        // A url that is one value is that value, its query with it.
        if (Head.Count == 1) return Head[0].FillBase(scope, given, isWhole: Query.Count == 0);
        if (Head[0].FillBase(scope, given, isWhole: false) is not { } start) return null;
        if (Join(Head.Skip(1), scope, given) is not { } rest) return null;
        // A base is given with and without its last slash.
        return (rest.StartsWith('/') ? start.TrimEnd('/') : start) + rest;
    }

    private static string? Join(IEnumerable<UrlPart> parts, AttemptScope scope, GivenArguments given)
    {
        var texts = parts.Select(part => part.Fill(scope, given)).ToList();
        return texts.Contains(null) ? null : string.Concat(texts);
    }

    private static IReadOnlyList<UrlPair> Own(string query) =>
        QueryReader.Split([new UrlPart(UrlPlace.Query, TemplatePart.Literal(query))]);
}
