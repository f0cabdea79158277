using System.Text;

namespace TokenFunctions.Testing;

/// <summary>Chance from a seed, so that a run that fails can be run again.</summary>
public sealed class Chance(int seed)
{
    private const string Marks = "{}[]()<>\"'\\/.,:;$%&=?#@!~`^|*+- \t\r\n\0\u0085\u2028\uFFFD\uFEFFäß例😀";

    private readonly Random random = new(seed);

    public bool OneIn(int number) => random.Next(number) == 0;

    public int Below(int limit) => random.Next(limit);

    public T Pick<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Noise of the characters that matter; now and then with half of a surrogate pair in it.</summary>
    public string Text()
    {
        var text = string.Concat(Enumerable.Range(0, Below(12)).Select(_ => OneIn(3) ? Pick(Marks.ToCharArray()) : (char)('a' + Below(26))));
        return OneIn(20) ? text.Insert(Below(text.Length + 1), Pick("\ud800", "\udc00")) : text;
    }

    /// <summary>A text of known pieces, which a grammar is made of, with noise between some of them.</summary>
    public string Pieces(int most, IReadOnlyList<string> pieces) =>
        string.Concat(Enumerable.Range(0, Below(most + 1)).Select(_ => OneIn(12) ? Text() : Pick(pieces)));

    /// <summary>The text with a few characters left out, put in or changed; no half of a surrogate pair comes into
    /// it.</summary>
    public string Damage(string text)
    {
        for (var times = Below(3); times > 0 && text.Length > 0; times--)
        {
            var at = Below(text.Length);
            text = text[..at] + (OneIn(3) ? "" : Text()) + text[Math.Min(text.Length, at + Below(3))..];
        }

        return Whole(text);
    }

    /// <summary>The text with a replacement for each half of a surrogate pair.</summary>
    public static string Whole(string text) => string.Concat((text ?? "").EnumerateRunes());

    /// <summary>The text as UTF-8; now and then with bytes in it that are none: a character of GBK, the beginning of a
    /// longer one, half of a surrogate pair.</summary>
    public byte[] Encoded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!OneIn(6)) return bytes;
        var at = Below(bytes.Length + 1);
        return [.. bytes[..at], .. Pick<byte[]>([0xCE, 0xDE], [0xC3], [0xED, 0xA0, 0x80], [0xFF], [0xB0, 0x5C]), .. bytes[at..]];
    }

    public byte[] Bytes()
    {
        var bytes = new byte[Below(64)];
        random.NextBytes(bytes);
        return bytes;
    }
}
