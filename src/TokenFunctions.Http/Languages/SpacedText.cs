using System.Text;

namespace TokenFunctions.Http.Languages;

/// <summary>A Chinese text that is put together: a blank stands between Chinese and Latin, and none between Chinese and
/// Chinese, whatever the pieces begin and end with.</summary>
internal sealed class SpacedText(string beginning)
{
    private readonly StringBuilder text = new(beginning);

    /// <summary>Adds a piece.</summary>
    public void Add(string piece)
    {
        if (piece.Length == 0) return;
        var next = piece.AsSpan().TrimStart(' ');
        if (next.IsEmpty || LastVisible() is not { } last || !(IsWide(next[0]) || IsWide(last)))
        {
            text.Append(piece);
            return;
        }

        while (text[^1] == ' ') text.Length--;
        if (IsApart(last, next[0]) || IsApart(next[0], last)) text.Append(' ');
        text.Append(next);
    }

    /// <summary>Adds a piece as it stands, such as a name between quotes.</summary>
    public void AddAsIs(string piece) => text.Append(piece);

    /// <summary>The whole text.</summary>
    public override string ToString() => text.ToString();

    private char? LastVisible()
    {
        for (var at = text.Length - 1; at >= 0; at--)
            if (text[at] != ' ') return text[at];
        return null;
    }

    private static bool IsApart(char chinese, char latin) => IsIdeograph(chinese) && char.IsAscii(latin);

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9FFF';

    // With the punctuation of Chinese, which brings its own room.
    private static bool IsWide(char c) => IsIdeograph(c) || c is (>= '\u3000' and <= '\u303F') or >= '\uFF00';
}
