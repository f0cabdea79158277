using System.Globalization;
using TokenFunctions.Http.Audit;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads <c>TokenFunctions__AuditDays</c>: a whole number of days.</summary>
internal sealed class AuditDaysReader(IConfigurationSection section, List<string> faults)
{
    private const string Name = "AuditDays";

    public int Read()
    {
        if (section[Name] is not { Length: > 0 } text) return AuditRetention.StandardDays;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= 1 and <= AuditRetention.MaxDays)
            return days;
        faults.Add($"TokenFunctions__{Name} must be a whole number of days from 1 to {AuditRetention.MaxDays}");
        return AuditRetention.StandardDays;
    }
}
