namespace TokenFunctions.Core.Tests.Realms.Properties;

/// <summary>Chance from a seed, so that a run that fails can be run again.</summary>
internal sealed class Chance(int seed)
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

    public byte[] Bytes()
    {
        var bytes = new byte[Below(64)];
        random.NextBytes(bytes);
        return bytes;
    }
}
