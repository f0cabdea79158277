using System.Globalization;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads how much the app takes and makes at once: whole numbers, each within its range.</summary>
internal sealed class LimitsReader(IConfigurationSection section, List<string> faults)
{
    /// <summary>The usual <c>TokenFunctions__Egress__PerRealm</c>.</summary>
    public const int UsualCallsPerRealm = 8;

    /// <summary>The usual <c>TokenFunctions__MaxConnections</c>.</summary>
    public const int UsualMaxConnections = 50_000;

    /// <summary><c>TokenFunctions__Egress__PerRealm</c>.</summary>
    public int CallsPerRealm() => Read("Egress:PerRealm", UsualCallsPerRealm, 1, 1_000);

    /// <summary><c>TokenFunctions__MaxConnections</c>.</summary>
    public int MaxConnections() => Read("MaxConnections", UsualMaxConnections, 10, 1_000_000);

    private int Read(string name, int usual, int least, int most)
    {
        if (section[name] is not { Length: > 0 } text) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        faults.Add($"{section.Key}__{name.Replace(":", "__", StringComparison.Ordinal)}"
            + $" must be a whole number from {least} to {most}");
        return usual;
    }
}
