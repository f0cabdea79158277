using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Cuts the query of a <c>url</c> into pairs, so that arguments can take the place of
/// pairs of their name.</summary>
internal static class QueryReader
{
    /// <summary>The pairs in order; the literals stay escaped as they were written.</summary>
    public static IReadOnlyList<NamedTemplate> Split(IEnumerable<TemplatePart> parts)
    {
        List<List<TemplatePart>> pairs = [[]];
        foreach (var part in parts)
        {
            if (!part.IsLiteral)
            {
                pairs[^1].Add(part);
                continue;
            }
            var pieces = part.Text.Split('&');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0) pairs.Add([]);
                if (pieces[i].Length > 0) pairs[^1].Add(TemplatePart.Literal(pieces[i]));
            }
        }
        return
        [
            .. pairs.Where(pair => pair.Count > 0)
                .Select(pair => new NamedTemplate(NameOf(pair), new Template(pair))),
        ];
    }

    private static string? NameOf(List<TemplatePart> pair)
    {
        if (!pair[0].IsLiteral) return null;
        var end = pair[0].Text.IndexOf('=', StringComparison.Ordinal);
        if (end < 0 && pair.Count > 1) return null;
        var name = end < 0 ? pair[0].Text : pair[0].Text[..end];
        return Uri.UnescapeDataString(name.Replace('+', ' '));
    }
}
