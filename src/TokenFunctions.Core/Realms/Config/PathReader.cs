using System.Text.Json;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads paths into the provider's answer.</summary>
internal static class PathReader
{
    private const string Allowed = "a path or a list of paths";

    /// <summary>A path or a list of them; null when the member is absent or wrong.</summary>
    public static PathList? Paths(this ConfigObject parent, string member, bool required = false)
    {
        var value = required ? parent.Require(member, Allowed) : parent.Find(member);
        if (value is not { } given) return null;
        if (given.ValueKind != JsonValueKind.Array)
            return Path(given, parent.At(member), parent.Faults, Allowed) is { } one ? new PathList([one]) : null;
        var items = parent.Items(member);
        if (items.Count == 0) parent.Fault(member, "is an empty list; use " + Allowed);
        var paths = items.Select(item => Path(item.Value, item.Key, parent.Faults, "a path")).ToList();
        return paths.Count > 0 && !paths.Contains(null) ? new PathList([.. paths.OfType<ValuePath>()]) : null;
    }

    /// <summary>One path; null when the value is none.</summary>
    public static ValuePath? Path(JsonElement value, string pointer, ConfigFaults faults, string allowed)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            faults.Add(pointer, $"is {ConfigText.Kind(value)}; use {allowed}");
            return null;
        }
        var text = value.GetString() ?? "";
        if (Special(text) is { } special)
        {
            faults.Add(pointer,
                $"has `{special}`, which is not known; use keys and numbers with dots between, such as data.0.token");
            return null;
        }
        return new ValuePath(text);
    }

    private static string? Special(string text)
    {
        if (text.StartsWith("header:", StringComparison.Ordinal)) return "header:";
        if (text.StartsWith("cookie:", StringComparison.Ordinal)) return "cookie:";
        return text.Split('.').Contains("@json", StringComparer.Ordinal) ? "@json" : null;
    }
}
