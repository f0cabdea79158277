using System.Globalization;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Scenarios;
using TokenFunctions.Testing;

namespace TokenFunctions.Bench.Scenarios;

/// <summary><c>wrongkeys [--seconds N]</c>: a thousand wrong keys a second, and right callers beside them.</summary>
internal static class WrongKeysCommand
{
    private const int Standard = 20;
    private const int Most = 3_600;

    /// <summary>Runs it; 0 = all held, 1 = not, 2 = not understood.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        if (Seconds(arguments) is not { } seconds) return 2;
        using var folder = new TempFolder();
        var log = new ScenarioLog(output);
        await log.RunAsync(
            "wrong keys", () => WrongKeyStorm.RunAsync(new AppSettings(folder.Path), TimeSpan.FromSeconds(seconds)));
        await log.CloseAsync();
        return log.ExitCode;
    }

    private static int? Seconds(string[] arguments) => arguments switch
    {
        [] => Standard,
        ["--seconds", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= Most => seconds,
        _ => null,
    };
}
