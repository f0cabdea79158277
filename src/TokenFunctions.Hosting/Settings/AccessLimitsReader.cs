using System.Globalization;
using TokenFunctions.Http.Access;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads what <c>TokenFunctions__Access__…</c> says of requests.</summary>
internal sealed class AccessLimitsReader(IConfigurationSection section, List<string> faults)
{
    private const int MostConcurrent = 100_000;
    private const int LongestName = 100;

    /// <summary>The name of a header; null = none is set.</summary>
    public string? ReadClientAddress()
    {
        if (section["ClientAddress"] is not { Length: > 0 } text) return null;
        if (text.Length <= LongestName && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return text;
        faults.Add("TokenFunctions__Access__ClientAddress must be the name of a header, such as CLIENT-IP");
        return null;
    }

    /// <summary>The most requests of one caller at once.</summary>
    public int ReadMaxConcurrent()
    {
        if (section["MaxConcurrent"] is not { Length: > 0 } text) return AccessRules.StandardConcurrent;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= MostConcurrent)
            return number;
        faults.Add($"TokenFunctions__Access__MaxConcurrent must be a whole number from 1 to {MostConcurrent}");
        return AccessRules.StandardConcurrent;
    }
}
