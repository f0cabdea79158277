using System.Globalization;

namespace TokenFunctions.Bench.Mixed;

/// <summary>What the command <c>mixed</c> is told.</summary>
/// <param name="Realms">How many realms, each with 100 keys; one of a hundred has tokens that end soon.</param>
/// <param name="Publishes">Whether the programs are published before.</param>
internal sealed record MixedOptions(int Realms, bool Publishes)
{
    /// <summary>Reads the arguments; null = they cannot be understood.</summary>
    public static MixedOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new MixedOptions(1_000, Publishes: true);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is "--no-publish") options = options with { Publishes = false };
            else if (arguments[i] is "--realms" && ++i < arguments.Length && Number(arguments[i]) is { } realms)
                options = options with { Realms = realms };
            else return null;
        }

        return options;
    }

    // One realm of a hundred has tokens that end soon.
    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 100 ? number : null;
}
