using System.Globalization;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Realms.Times;
using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads the vars that are drawn or told by the clock: <c>gen</c>.</summary>
internal static class GenReader
{
    private const int MaxLength = 256;
    private const long TenYears = 315_360_000;
    private const long MaxZoneMinutes = 840;
    private const string DateMark = "date:";
    private const string Allowed =
        "uuid, hex:N or alnum:N with N from 1 to 256, unix, unix_ms, rfc3339 or date: and a format";

    private static readonly string[] TimeMembers = ["offset_sec", "tz_offset_min"];

    /// <summary>The var; null when it is wrong.</summary>
    public static VarPlan? Read(ConfigObject item, string name)
    {
        if (item.Text("gen", Allowed) is not { } gen) return null;
        if (gen is "unix") return Epoch(item, name, time => time.ToUnixTimeSeconds());
        if (gen is "unix_ms") return Epoch(item, name, time => time.ToUnixTimeMilliseconds());
        if (gen is "rfc3339") return Written(item, name, Rfc3339.Write);
        if (gen.StartsWith(DateMark, StringComparison.Ordinal)) return Date(item, name, gen[DateMark.Length..]);
        RefuseTimes(item);
        if (gen is "uuid") return new RandomVar(name, RandomKind.Uuid, 0);
        if (Length(gen, "hex:") is { } digits) return new RandomVar(name, RandomKind.Hex, digits);
        if (Length(gen, "alnum:") is { } letters) return new RandomVar(name, RandomKind.Alnum, letters);
        item.Fault("gen", $"is `{ConfigText.Show(gen)}`; use {Allowed}");
        return null;
    }

    /// <summary>Notes the members that only times have.</summary>
    public static void RefuseTimes(ConfigObject item)
    {
        foreach (var member in TimeMembers.Where(member => item.Find(member) is not null))
            item.Fault(member, "is known with a `gen` of times only; leave it out");
    }

    private static TimeVar? Date(ConfigObject item, string name, string text)
    {
        if (TimeFormat.TryParse(text) is { } format) return Written(item, name, format.Write);
        item.Fault("gen", $"is `{ConfigText.Show(DateMark + text)}`; use date: and a format of strftime with the"
            + " directives %Y %m %d %H %M %S %f %j %y %b %h %B %a %A %p %I %z %Z %e %T %R %F %D %s %L %%");
        return null;
    }

    // A count of seconds is the same in every zone.
    private static TimeVar Epoch(ConfigObject item, string name, Func<DateTimeOffset, long> count) =>
        new(name, time => Datum.Of(count(time)), Shift(item), Zone(item));

    private static TimeVar Written(ConfigObject item, string name, Func<DateTimeOffset, string> write) =>
        new(name, time => Datum.Of(write(time)), Shift(item), Zone(item));

    private static TimeSpan Zone(ConfigObject item) =>
        TimeSpan.FromMinutes(item.Whole("tz_offset_min", -MaxZoneMinutes, MaxZoneMinutes) ?? 0);

    private static TimeSpan Shift(ConfigObject item) =>
        TimeSpan.FromSeconds(item.Whole("offset_sec", -TenYears, TenYears) ?? 0);

    private static int? Length(string gen, string mark)
    {
        if (!gen.StartsWith(mark, StringComparison.Ordinal)) return null;
        var isNumber = int.TryParse(
            gen.AsSpan(mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        return isNumber && length is >= 1 and <= MaxLength ? length : null;
    }
}
