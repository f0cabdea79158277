using System.Globalization;

namespace TokenFunctions.Bench.Memory;

/// <summary>What to measure.</summary>
/// <param name="Tokens">How many tokens are kept.</param>
internal sealed record MemoryArguments(int Tokens)
{
    public const string Usage = "memory [--tokens 1000000]";

    /// <summary>The arguments; null = they cannot be read.</summary>
    public static MemoryArguments? Parse(string[] args) => args switch
    {
        [] => new(1_000_000),
        ["--tokens", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n >= 1000 => new(n),
        _ => null,
    };
}
