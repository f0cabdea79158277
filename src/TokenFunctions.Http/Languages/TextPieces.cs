using System.Globalization;
using System.Text;

namespace TokenFunctions.Http.Languages;

/// <summary>A template cut at its places <c>{0}</c>, <c>{1}</c>…; a doubled brace stands for one.</summary>
/// <param name="Literals">The texts around the places, one more than these; some may be empty.</param>
/// <param name="Places">The numbers of the places in their order.</param>
internal sealed record TextPieces(IReadOnlyList<string> Literals, IReadOnlyList<int> Places)
{
    /// <summary>Cuts a template; throws <see cref="FormatException"/> for one that is written wrongly.</summary>
    public static TextPieces Parse(string template)
    {
        var (literals, places, literal) = (new List<string>(), new List<int>(), new StringBuilder());
        for (var at = 0; at < template.Length; at++)
        {
            var c = template[at];
            if (c is not ('{' or '}')) literal.Append(c);
            else if (at + 1 < template.Length && template[at + 1] == c) literal.Append(template[at++]);
            else
            {
                var end = template.IndexOf('}', at);
                if (c == '}' || end < 0) throw new FormatException($"A brace stands alone in: {template}");
                places.Add(int.Parse(template.AsSpan(at + 1, end - at - 1), CultureInfo.InvariantCulture));
                literals.Add(literal.ToString());
                literal.Clear();
                at = end;
            }
        }

        return new([.. literals, literal.ToString()], places);
    }

    /// <summary>Whether a place is in quotes: it holds a name or a value, which is never translated.</summary>
    /// <param name="index">Which of the places.</param>
    public bool IsQuoted(int index) =>
        Literals[index] is [.., ('\'' or '`') and var open] && Literals[index + 1] is [var close, ..] && open == close;
}
