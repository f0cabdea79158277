using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads members of the common types.</summary>
internal static class ConfigValues
{
    /// <summary>A text; null when it is absent or something else.</summary>
    /// <param name="parent">The object.</param>
    /// <param name="member">The member.</param>
    /// <param name="allowed">What it should be, as in "use …".</param>
    /// <param name="required">Whether its absence is a fault.</param>
    public static string? Text(this ConfigObject parent, string member, string allowed, bool required = false)
    {
        var value = required ? parent.Require(member, allowed) : parent.Find(member);
        if (value is not { } given) return null;
        if (given.ValueKind == JsonValueKind.String) return given.GetString();
        parent.Fault(member, $"is {ConfigText.Kind(given)}; use {allowed}");
        return null;
    }

    /// <summary>One of a few texts; the first one when the member is absent and not required.</summary>
    public static string Choice(
        this ConfigObject parent, string member, IReadOnlyList<string> choices, bool required = false)
    {
        var allowed = ConfigText.Choices(choices);
        var text = parent.Text(member, allowed, required);
        if (text is null) return choices[0];
        if (choices.Contains(text, StringComparer.Ordinal)) return text;
        parent.Fault(member, $"is `{ConfigText.Show(text)}`; use {allowed}");
        return choices[0];
    }

    /// <summary>A whole number within bounds; null when it is absent or something else.</summary>
    public static long? Whole(this ConfigObject parent, string member, long least, long most)
    {
        if (parent.Find(member) is not { } given) return null;
        var isNumber = given.ValueKind == JsonValueKind.Number;
        if (isNumber && given.TryGetInt64(out var number) && number >= least && number <= most)
            return number;
        var shown = isNumber ? ConfigText.Show(given.GetRawText()) : ConfigText.Kind(given);
        parent.Fault(member, $"is {shown}; use a whole number from {least} to {most}");
        return null;
    }

    /// <summary>A boolean; false when it is absent or something else.</summary>
    public static bool Flag(this ConfigObject parent, string member)
    {
        if (parent.Find(member) is not { } given) return false;
        if (given.ValueKind is JsonValueKind.True or JsonValueKind.False) return given.GetBoolean();
        parent.Fault(member, $"is {ConfigText.Kind(given)}; use true or false");
        return false;
    }

    /// <summary>A template; null when it is absent, something else or malformed.</summary>
    public static Template? Template(this ConfigObject parent, string member, string allowed, bool required = false)
    {
        if (parent.Text(member, allowed, required) is not { } text) return null;
        var parse = TemplateParser.Parse(text, parent.Check.Names);
        if (!parse.IsValid) parent.Fault(member, parse.Fault);
        return parse.Template;
    }
}
