using System.Globalization;
using TokenFunctions.Model;

namespace TokenFunctions.Bench.Modelling;

/// <summary>What the command <c>model</c> is told.</summary>
internal sealed record ModelOptions
{
    /// <summary>How many seeds are run.</summary>
    public int Seeds { get; private init; } = 1;

    /// <summary>The first seed.</summary>
    public int From { get; private init; }

    /// <summary>The only sort of provider; null = all in turn.</summary>
    public RealmKind? Kind { get; private init; }

    /// <summary>The number of the fault that is planted; null = none.</summary>
    public int? Plant { get; private init; }

    /// <summary>Whether each step is printed.</summary>
    public bool Trace { get; private init; }

    /// <summary>Reads the arguments; null = they cannot be understood.</summary>
    public static ModelOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new ModelOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is "--trace") options = options with { Trace = true };
            else if (i + 1 == arguments.Length || options.With(arguments[i], arguments[++i]) is not { } read) return null;
            else options = read;
        }

        return options;
    }

    private ModelOptions? With(string name, string value)
    {
        if (name is "--kind") return Enum.TryParse<RealmKind>(value, true, out var kind) ? this with { Kind = kind } : null;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return name switch
        {
            "--seeds" => this with { Seeds = number },
            "--plant" => this with { Plant = number },
            "--from" => this with { From = number },
            "--seed" => this with { From = number, Seeds = 1 },
            _ => null,
        };
    }
}
