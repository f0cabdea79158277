using System.Globalization;
using TokenFunctions.Http.Access;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads <c>TokenFunctions__Access__…Ms</c>: whole milliseconds, each within its range.</summary>
internal sealed class AccessTimesReader(IConfigurationSection section, List<string> faults)
{
    public AccessTimes Read()
    {
        var standard = new AccessTimes();
        return new AccessTimes { CallerAge = Read("CallerAgeMs", standard.CallerAge, 1_000, 300_000) };
    }

    private TimeSpan Read(string name, TimeSpan standard, int least, int most)
    {
        if (section[name] is not { Length: > 0 } text) return standard;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms >= least && ms <= most)
            return TimeSpan.FromMilliseconds(ms);
        faults.Add($"TokenFunctions__Access__{name} must be a number of milliseconds from {least} to {most}");
        return standard;
    }
}
