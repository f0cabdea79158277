using TokenFunctions.Realms.Drafting.Guesses;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>Cuts the pairs of a query or a form.</summary>
internal static class PairText
{
    /// <summary>The pairs, decoded (<c>+</c> is a blank), and whether every piece was one. A piece without a name, or
    /// with one that looks like a value, is left out: it would be shown as a name.</summary>
    public static (List<Given> Pairs, bool IsWhole) Read(string text, GivenPlace place)
    {
        var (pairs, isWhole) = (new List<Given>(), true);
        foreach (var piece in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = piece.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(mark < 0 ? "" : piece[..mark]).Trim();
            if (ValueShape.IsName(name)) pairs.Add(new(place, name, name, Decode(piece[(mark + 1)..])));
            else isWhole = false;
        }
        return (pairs, isWhole);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
