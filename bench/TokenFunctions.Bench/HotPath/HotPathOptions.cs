using System.Globalization;

namespace TokenFunctions.Bench.HotPath;

/// <summary>What the command <c>hotpath</c> is told.</summary>
internal sealed record HotPathOptions
{
    /// <summary>How many pairs of rounds each case has.</summary>
    public int Rounds { get; private init; } = 9;

    /// <summary>How long a round is.</summary>
    public TimeSpan Time { get; private init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the run is after which nothing may have grown; null = the pairs are measured.</summary>
    public TimeSpan? Leak { get; private init; }

    /// <summary>Whether both programs are published before.</summary>
    public bool Publishes { get; private init; } = true;

    /// <summary>Reads the arguments; null = they cannot be understood.</summary>
    public static HotPathOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new HotPathOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is "--no-publish") options = options with { Publishes = false };
            else if (i + 1 == arguments.Length || options.With(arguments[i], arguments[++i]) is not { } read) return null;
            else options = read;
        }

        return options;
    }

    private HotPathOptions? With(string name, string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;
        return name switch
        {
            "--rounds" => this with { Rounds = number },
            "--seconds" => this with { Time = TimeSpan.FromSeconds(number) },
            "--leak" => this with { Leak = TimeSpan.FromSeconds(number) },
            _ => null,
        };
    }
}
