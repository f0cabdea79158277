using System.Globalization;

namespace TokenFunctions.Bench.Sweeps;

/// <summary>What to measure.</summary>
/// <param name="Stored">How many tokens are stored.</param>
/// <param name="Due">How many of them are due.</param>
/// <param name="Store">Where: <c>sqlite</c>, <c>azurite</c> or <c>memory</c>.</param>
internal sealed record SweepArguments(int Stored, int Due, string Store)
{
    public const string Usage = "sweep [--stored 100000] [--due 5000] [--store sqlite|azurite|memory]";

    /// <summary>The arguments; null = they cannot be read.</summary>
    public static SweepArguments? Parse(string[] args)
    {
        var given = new SweepArguments(100_000, 5_000, "sqlite");
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return null;
            var number = int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
            var next = args[i] switch
            {
                "--stored" when number >= 0 => given with { Stored = number },
                "--due" when number >= 0 => given with { Due = number },
                "--store" when args[i + 1] is "sqlite" or "azurite" or "memory" => given with { Store = args[i + 1] },
                _ => null,
            };
            if (next is null) return null;
            given = next;
        }

        return given.Due <= given.Stored ? given : null;
    }
}
