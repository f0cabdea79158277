using System.Globalization;
using TokenFunctions.Sweeping;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads <c>TokenFunctions__Sweep__…</c>: whole numbers, each within its range.</summary>
internal sealed class SweepLimitsReader(IConfigurationSection section, List<string> faults)
{
    public SweepLimits Read()
    {
        var standard = new SweepLimits();
        var (pause, age) = ((int)standard.RepairPause.TotalMilliseconds, (int)standard.DeadAge.TotalDays);
        return new SweepLimits
        {
            Parallelism = Read("Parallelism", standard.Parallelism, 1, 256),
            RepairPage = Read("RepairPage", standard.RepairPage, 1, 1000),
            RepairPause = TimeSpan.FromMilliseconds(Read("RepairPauseMs", pause, 0, 86_400_000)),
            DeadAge = TimeSpan.FromDays(Read("DeadDays", age, 1, 3650)),
        };
    }

    private int Read(string name, int standard, int least, int most)
    {
        if (section[name] is not { Length: > 0 } text) return standard;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        faults.Add($"TokenFunctions__Sweep__{name} must be a whole number from {least} to {most}");
        return standard;
    }
}
