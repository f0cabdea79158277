using System.Globalization;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads <c>TokenFunctions__Times__…Ms</c>: whole milliseconds, each within its range.</summary>
internal sealed class TimesReader(IConfigurationSection section, List<string> faults)
{
    private static readonly string[] Known =
    [
        "CallerDeadlineMs", "LeaseReserveMs", "ClockSlackMs", "SendMarginMs", "LeastSendMs", "PollMinMs", "PollMaxMs",
        "RegistryAgeMs", "RevalidateMaxMs", "BackoffFirstMs", "BackoffMaxMs", "ProbeIntervalMs", "ThrottledPauseMs",
        "QuotaPauseMs", "SweepIntervalMs", "SweepLimitMs", "UseWindowMs",
    ];

    public BrokerTimes Read()
    {
        foreach (var child in section.GetChildren())
        {
            if (!Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                faults.Add(
                    $"TokenFunctions__Times__{child.Key} is not a setting; known are {string.Join(", ", Known)}");
        }

        var standard = new BrokerTimes();
        var times = new BrokerTimes
        {
            CallerDeadline = Read("CallerDeadlineMs", standard.CallerDeadline, 100, 230_000),
            LeaseReserve = Read("LeaseReserveMs", standard.LeaseReserve, 100, 60_000),
            ClockSlack = Read("ClockSlackMs", standard.ClockSlack, 0, 60_000),
            SendMargin = Read("SendMarginMs", standard.SendMargin, 50, 120_000),
            LeastSend = Read("LeastSendMs", standard.LeastSend, 10, 60_000),
            PollMin = Read("PollMinMs", standard.PollMin, 5, 10_000),
            PollMax = Read("PollMaxMs", standard.PollMax, 5, 60_000),
            RegistryAge = Read("RegistryAgeMs", standard.RegistryAge, 0, 30_000),
            RevalidateMax = Read("RevalidateMaxMs", standard.RevalidateMax, 0, 60_000),
            BackoffFirst = Read("BackoffFirstMs", standard.BackoffFirst, 1, 60_000),
            BackoffMax = Read("BackoffMaxMs", standard.BackoffMax, 1, 3_600_000),
            ProbeInterval = Read("ProbeIntervalMs", standard.ProbeInterval, 1, 86_400_000),
            ThrottledPause = Read("ThrottledPauseMs", standard.ThrottledPause, 1, 3_600_000),
            QuotaPause = Read("QuotaPauseMs", standard.QuotaPause, 1, 86_400_000),
            SweepInterval = Read("SweepIntervalMs", standard.SweepInterval, 100, 3_600_000),
            SweepLimit = Read("SweepLimitMs", standard.SweepLimit, 1_000, 3_600_000),
            UseWindow = Read("UseWindowMs", standard.UseWindow, 0, 86_400_000),
        };
        if (times.SendMargin <= times.ClockSlack || times.SendMargin >= times.LeaseReserve + times.ClockSlack)
            faults.Add("TokenFunctions__Times__SendMarginMs must be above ClockSlackMs and below"
                + " LeaseReserveMs + ClockSlackMs, so that a call ends before its lease on every clock");
        if (times.PollMin > times.PollMax)
            faults.Add("TokenFunctions__Times__PollMinMs must not be above PollMaxMs");
        if (times.BackoffFirst > times.BackoffMax)
            faults.Add("TokenFunctions__Times__BackoffFirstMs must not be above BackoffMaxMs");
        return times;
    }

    private TimeSpan Read(string name, TimeSpan standard, int least, int most)
    {
        if (section[name] is not { Length: > 0 } text) return standard;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms >= least && ms <= most)
            return TimeSpan.FromMilliseconds(ms);
        faults.Add($"TokenFunctions__Times__{name} must be a number of milliseconds from {least} to {most}");
        return standard;
    }
}
