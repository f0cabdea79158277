using System.Globalization;
using TokenFunctions.Fuzzing.Running;

namespace TokenFunctions.Bench.Fuzzing;

/// <summary>What the command <c>fuzz</c> is told.</summary>
internal static class FuzzArguments
{
    /// <summary>Reads the arguments; null = they cannot be understood.</summary>
    public static FuzzOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new FuzzOptions { Requests = 500_000, Batch = 20_000 };
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || With(options, arguments[i], arguments[i + 1]) is not { } read) return null;
            options = read;
        }

        return options;
    }

    private static FuzzOptions? With(FuzzOptions options, string name, string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return name switch
        {
            "--requests" when number > 0 => options with { Requests = number },
            "--seed" => options with { Seed = number },
            "--only" => options with { Only = number },
            _ => null,
        };
    }
}
