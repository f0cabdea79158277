using System.Text.Json;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Requests;

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
            return Path(given, parent.At(member), parent.Check, Allowed) is { } one ? new PathList([one]) : null;
        var items = parent.Items(member);
        if (items.Count == 0) parent.Fault(member, "is an empty list; use " + Allowed);
        var paths = items.Select(item => Path(item.Value, item.Key, parent.Check, "a path")).ToList();
        return paths.Count > 0 && !paths.Contains(null) ? new PathList([.. paths.OfType<ValuePath>()]) : null;
    }

    /// <summary>One path; null when the value is none.</summary>
    public static ValuePath? Path(JsonElement value, string pointer, ConfigCheck check, string allowed)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            check.Add(pointer, $"is {ConfigText.Kind(value)}; use {allowed}");
            return null;
        }
        var text = value.GetString() ?? "";
        var path = new ValuePath(text);
        if (path.Kind is not (PathKind.Header or PathKind.Cookie) || HeaderText.IsToken(path.Name)) return path;
        check.Add(pointer, $"is `{ConfigText.Show(text)}`; use header:Name or cookie:NAME with a name");
        return null;
    }
}
