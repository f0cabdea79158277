using System.Text;

namespace TokenFunctions.Bench.Memory;

/// <summary>The barest memory that programs have: a dictionary of strings, with the same keys and tokens as long. It
/// knows no ages.</summary>
internal static class PeerCase
{
    /// <summary>Measures it.</summary>
    public static HeldFigure Measure(int count)
    {
        var before = FullCache.LivingBytes();
        var tokens = Fill(count);
        var bytes = FullCache.LivingBytes() - before;
        if (tokens.Count != count) throw new InvalidOperationException($"{tokens.Count} tokens are kept.");
        return new("memory/dictionary of strings", count, bytes, null);
    }

    private static Dictionary<string, string> Fill(int count)
    {
        var (tokens, random) = (new Dictionary<string, string>(StringComparer.Ordinal), new Random(8));
        Span<byte> token = stackalloc byte[DistinctTokens.Length];
        for (var n = 0; n < count; n++)
        {
            DistinctTokens.Make(random, token);
            tokens[DistinctTokens.Key(n).ToString()] = Encoding.ASCII.GetString(token);
        }

        return tokens;
    }
}
