using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Cuts a query, or a form written as one text, into pairs, so that arguments can take the place of pairs of
/// their name.</summary>
internal static class QueryReader
{
    /// <summary>The pairs in order; the literals stay escaped as they were written.</summary>
    public static IReadOnlyList<UrlPair> Split(IEnumerable<UrlPart> parts)
    {
        List<List<UrlPart>> pairs = [[]];
        foreach (var part in parts)
        {
            if (!part.IsLiteral)
            {
                pairs[^1].Add(part);
                continue;
            }
            var pieces = part.Part.Text.Split('&');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0) pairs.Add([]);
                if (pieces[i].Length > 0) pairs[^1].Add(new(UrlPlace.Query, TemplatePart.Literal(pieces[i])));
            }
        }
        return [.. pairs.Where(pair => pair.Count > 0).Select(pair => new UrlPair(NameOf(pair), pair))];
    }

    private static string NameOf(List<UrlPart> pair)
    {
        if (!pair[0].IsLiteral) return "";
        var text = pair[0].Part.Text;
        var end = text.IndexOf('=', StringComparison.Ordinal);
        if (end < 0 && pair.Count > 1) return "";
        return Uri.UnescapeDataString((end < 0 ? text : text[..end]).Replace('+', ' '));
    }
}
